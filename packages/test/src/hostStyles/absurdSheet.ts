const names = `a b bdi br button circle code details dialog div em figure form h1 h2 h3 header hr i iframe img input label legend
  li main menu nav ol p path pre rect section select small span strong style sub summary sup svg table td textarea th tr ul`
const states = `active any-link autofill checked default defined disabled empty enabled first-child first-of-type focus
  focus-visible focus-within hover in-range last-child link modal not([disabled]) not([type=checkbox]) nth-child(n) only-child
  open optional popover-open read-only read-write root>body target valid`
const attributes = `alt aria-busy aria-controls aria-describedby aria-disabled=true aria-expanded aria-expanded=true
  aria-haspopup aria-hidden aria-hidden=true aria-label aria-labelledby aria-live class class*=takokit class^=tak d data-status
  dir dir=ltr fill height href href^=http id lang open popover r rel role role=button role=dialog role=heading role=img
  role=region role=status src stroke style tabindex tabindex="-1" target title type=button viewBox width`
const pseudoElements = `before after marker backdrop first-letter first-line details-content`
const newPseudoElements = `details-content::before details-content::after before::marker scroll-button(*) scroll-button(inline-end) scroll-marker scroll-marker-group column
  checkmark picker-icon picker(select) placeholder file-selector-button -webkit-scrollbar -webkit-scrollbar-thumb
  -webkit-resizer -webkit-details-marker`

const words = (text: string) => text.trim().split(/\s+/)

/** Changes everything about a box except its text and its direction. */
const box = `
  display: grid; position: relative; inset: 3px; float: left; clear: both; z-index: 3; order: 3; flex: 3 3 30px;
  grid-area: 3 / 3; align-self: end; justify-self: end; place-content: end; place-items: end; gap: 13px; columns: 3;
  width: 77px; height: 33px; min-width: 99px; min-height: 55px; max-width: 444px; max-height: 333px; aspect-ratio: 3;
  box-sizing: content-box; margin: 7px; padding: 9px; border: 3px dashed red; border-radius: 5px; outline: 5px dotted lime;
  outline-offset: 7px; background: url("data:,") yellow; box-shadow: 3px 3px red; opacity: 0.5; visibility: hidden;
  overflow: scroll; object-fit: none; vertical-align: 7px; zoom: 1.3; contain: paint; isolation: isolate; resize: both;
  transform: rotate(3deg); translate: 3px; rotate: 3deg; scale: 1.3; filter: blur(1px); backdrop-filter: blur(1px);
  clip-path: inset(3px); mix-blend-mode: multiply; mask: linear-gradient(red, red); perspective: 9px;
  transform-origin: 0 0; transform-style: preserve-3d; will-change: left; transition: all 1s; animation: 1s absurd infinite;
  appearance: none; touch-action: none; user-select: none; pointer-events: none; cursor: wait; content-visibility: hidden;
  scrollbar-width: none; scrollbar-gutter: stable; scroll-behavior: smooth; scroll-margin: 3px; overscroll-behavior: none;
  counter-increment: absurd; unicode-bidi: bidi-override; container-type: size; table-layout: fixed; field-sizing: content;
  fill: red; fill-opacity: 0.5; stroke: lime; stroke-width: 5; stroke-dasharray: 3; stroke-linecap: square; d: path("M0 0h9");
  x: 3px; y: 3px; cx: 3px; cy: 3px; r: 3px; rx: 3px; ry: 3px; paint-order: stroke; vector-effect: non-scaling-stroke;
  shape-rendering: crispEdges; color-scheme: dark; accent-color: red; caret-color: red; interpolate-size: allow-keywords;`

/** What browsers have learned lately. */
const newBox = `
  scroll-marker-group: after; scroll-target-group: auto; scroll-snap-type: y mandatory; scroll-snap-align: end;
  corner-shape: bevel; anchor-name: --absurd; anchor-scope: all; position-anchor: --absurd; position-area: bottom;
  position-try: flip-block; position-visibility: no-overflow; view-transition-name: match-element; interactivity: inert;
  scroll-timeline: --absurd; view-timeline: --absurd; animation-timeline: view(); offset: path("M0 0h9") 50%; overlay: auto;
  reading-flow: grid-order; text-box: trim-both cap alphabetic; initial-letter: 3; shape-outside: circle(); margin-trim: block;
  -webkit-box-reflect: below; -webkit-text-security: disc; -webkit-mask-box-image: url("data:,"); border-image: linear-gradient(red, red) 9;
  column-rule: 9px solid red; row-rule: 9px solid red; caret-animation: manual; math-depth: 3; forced-color-adjust: none;
  print-color-adjust: exact; box-decoration-break: clone; object-view-box: inset(3px); clip: rect(0 9px 9px 0); zoom: 2;`

/** Text properties except the font family, which belongs to the page. */
const text = `
  color: purple; font-size: 31px; font-style: italic; font-weight: 900; font-stretch: condensed; font-variant: small-caps;
  font-kerning: none; font-feature-settings: "tnum"; font-size-adjust: 0.7; font-synthesis: none; line-height: 3;
  letter-spacing: 3px; word-spacing: 9px; text-transform: uppercase; text-align: right; text-align-last: right;
  text-indent: 20px; text-decoration: line-through wavy red; text-shadow: 2px 2px red; text-overflow: clip; text-wrap: nowrap;
  text-emphasis: dot; text-rendering: optimizeSpeed; text-orientation: upright; text-underline-offset: 9px;
  text-underline-position: under; white-space: pre; word-break: break-all; overflow-wrap: normal; line-break: anywhere;
  hyphens: manual; tab-size: 3; quotes: "x" "y"; list-style: square inside; writing-mode: vertical-rl; hanging-punctuation: first;
  -webkit-text-fill-color: orange; -webkit-text-stroke: 1px red; -webkit-line-clamp: 1; -webkit-font-smoothing: antialiased;
  -webkit-tap-highlight-color: red; orphans: 7; widows: 7; border-collapse: collapse; border-spacing: 7px; caption-side: bottom;
  empty-cells: hide; image-rendering: pixelated; ruby-position: under; text-size-adjust: 130%; text-box-trim: trim-both;`

/** Inherited properties of the page where the kit is placed: they may be small, spaced and upside down. */
const inherited = `
  color: teal; font-size: 9px; font-style: oblique; font-weight: 200; line-height: 0.7; letter-spacing: 0.3em;
  word-spacing: 2em; text-transform: capitalize; text-align: end; text-indent: 3em; text-shadow: 1px 1px red; white-space: pre;
  word-break: break-all; line-break: anywhere; list-style: upper-roman inside; cursor: not-allowed; user-select: none;
  quotes: none; tab-size: 1; hyphens: auto; -webkit-text-fill-color: silver; -webkit-text-stroke: 2px pink;
  -webkit-font-smoothing: antialiased; font-variant-caps: all-small-caps; fill: pink; stroke: pink; caret-color: pink;
  text-decoration: underline overline; border-collapse: collapse; text-rendering: geometricPrecision;`

const place = ':not(html, head, head *, body, main)'

function absurdSheet(declarations: string, pseudos: string[]): string {
  const selectors = [
    `*${place}`,
    `#root, main *, body > ${place}`,
    ...words(names).map((name) => `${name}${place}`),
    ...words(names).flatMap((name) => `html[lang] body ${name}:not([hidden])${place}`),
    ...words(states).flatMap((state) => [
      `:${state}${place}`,
      `:is(a, button, summary, svg, pre, dialog):${state}:not(:disabled)${place}`,
    ]),
    ...words(attributes).flatMap((attribute) => [
      `[${attribute}]${place}`,
      `button[${attribute}]:not([disabled], [hidden])${place}`,
    ]),
    `main button[type=button]:not(:disabled, [hidden]):is(:hover, :focus, :active)`,
  ]
  const before = pseudos.map((pseudo) => `*${place}::${pseudo}`)
  const deep = pseudos.map((pseudo) => `html body ${place}:not([hidden])::${pseudo}`)
  return [
    '@keyframes absurd { to { opacity: 0.2; color: red } }',
    `:root, :root > body, main { ${inherited} }`,
    // One rule each: an unknown selector invalidates its whole rule.
    ...[...selectors, ...before, ...deep].map(
      (selector) => `${selector} { ${declarations} content: "absurd"; }`,
    ),
    `@starting-style { *${place} { ${declarations} } }`,
    `::selection, ::target-text, ::highlight(absurd), ::view-transition, ::view-transition-group(*) { color: red }`,
    `::-webkit-scrollbar { width: 40px; height: 40px }`,
  ].join('\n')
}

/** Valid rules on every element, state, attribute and pseudo-element of the kit, without its class names and `!important`. */
export const absurd = absurdSheet(`${box} ${newBox} ${text}`, [
  ...words(pseudoElements),
  ...words(newPseudoElements),
])

/** The same without what is new: where all of that applies at once, Chromium crashes. */
export const absurdBefore = absurdSheet(`${box} ${text}`, words(pseudoElements))
