/** For the shadow root: no rule of the page gets in, and none gets out. The tokens are the kit's. */
export const devtoolsCss = `
:host { all: initial; color-scheme: inherit; display: block; }
.devtools {
  --accent: var(--takokit-accent, light-dark(#4d4bd1, #a3a9f9));
  --surface: var(--takokit-surface, light-dark(#fff, #16181e));
  --sunken: var(--takokit-surface-sunken, light-dark(#f4f5f8, #2e3038));
  --text: var(--takokit-text, light-dark(#1e202e, #f1f2f5));
  --quiet: var(--takokit-text-quiet, light-dark(#60636f, #b1b4be));
  --line: var(--takokit-line, light-dark(#dfe1e7, #40424b));
  --danger: var(--takokit-danger, light-dark(#be222a, #fda19e));
  --focus: var(--takokit-focus, light-dark(#2867e4, #7abdff));
  --other: light-dark(#00727c, #61c5cf);
  --bar: color-mix(in oklab, var(--accent) 26%, var(--surface));
  font: 14px/1.45 var(--takokit-font, system-ui, sans-serif);
  font-variant-numeric: tabular-nums;
  color: var(--text);
  overflow-wrap: anywhere;
}
*, ::before, ::after { box-sizing: border-box; }
h2, h3, p, ol, ul, dl, dd { margin: 0; padding: 0; list-style: none; }
h2 { font-size: 15px; }
h3 { font-size: 13px; }
small, dt, .quiet { color: var(--quiet); font-size: 13px; font-weight: 400; }
small { display: block; }
button, input {
  min-height: 32px;
  padding: 0 10px;
  border: 1px solid var(--line);
  border-radius: 8px;
  background: var(--surface);
  color: inherit;
  font: inherit;
  font-size: 13px;
}
button { cursor: pointer; touch-action: manipulation; }
button:hover { background: var(--sunken); }
button[aria-pressed="true"] { border-color: var(--danger); color: var(--danger); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
.row > input { flex: 1 1 120px; min-width: 0; }

.session { container-type: inline-size; min-width: 0; }
dl { display: grid; grid-template-columns: 1fr 1fr; gap: 12px 16px; margin-block-end: 12px; }
/* Six facts, or seven: the first of seven is wide in two and four columns, so that none is left alone. */
dl > :first-child:nth-last-child(7) { grid-column: span 2; }
dd { min-height: 1.45em; overflow: hidden; text-overflow: ellipsis; }
@container (width >= 520px) {
  dl { grid-template-columns: repeat(3, 1fr); }
  dl:has(> :nth-child(7)) { grid-template-columns: repeat(4, 1fr); }
}
@container (width >= 860px) {
  dl, dl:has(> :nth-child(7)) { grid-template-columns: none; grid-auto-flow: column; }
  dl > :first-child:nth-last-child(7) { grid-column: auto; }
}
.track { display: block; width: 100%; height: 56px; }
.track .ground { stroke: var(--line); }
.track .bar { fill: var(--bar); }
.track .ghost { fill: none; stroke: color-mix(in oklab, var(--quiet) 60%, transparent); stroke-dasharray: 4 4; }
@media (prefers-reduced-motion: no-preference) { .ghosts { animation: pass 6s linear infinite; } }
@keyframes pass { to { transform: translateX(-112px); } }
.track .wait { fill: var(--danger); opacity: 0.35; }
.track line { stroke-width: 2; stroke: var(--quiet); }
.track :is(.own, .other) { stroke-width: 3; stroke-linecap: round; stroke: var(--accent); }
.track .other { stroke: var(--other); stroke-dasharray: 1 6; }
.track :is(.trouble, .end) { stroke: var(--danger); }
.track .end { stroke-width: 4; }
.track .attempt { stroke-width: 1; }
.track .next { stroke-dasharray: 3 4; }
.track .now { stroke: var(--text); stroke-width: 1.5; }
.notes { min-height: 1.45em; margin-block: 6px; color: var(--quiet); font-size: 13px; }

.legend { display: flex; flex-wrap: wrap; gap: 4px 16px; color: var(--quiet); font-size: 13px; }
.legend li::before {
  content: "";
  display: inline-block;
  width: 0;
  height: 12px;
  margin-inline-end: 6px;
  vertical-align: -1px;
  border-inline-start: 3px solid var(--accent);
}
.legend .bar::before { width: 18px; border: 0; border-radius: 3px; background: var(--bar); }
.legend .other::before { border-inline-start: 3px dotted var(--other); }
.legend .wait::before {
  width: 18px;
  height: 6px;
  border: 0;
  background: var(--danger);
  opacity: 0.35;
  vertical-align: 2px;
}
.legend .trouble::before { border-inline-start: 2px solid var(--danger); }
.legend .next::before {
  width: 2px;
  border: 0;
  background: repeating-linear-gradient(var(--quiet) 0 3px, transparent 3px 5px);
}
.legend .now::before { border-inline-start: 1.5px solid var(--text); }

/* English, also on a page that reads from the right. */
dd, .notes, .list :is(time, span, small) { unicode-bidi: plaintext; text-align: match-parent; }

.list { max-height: 260px; overflow: auto; margin-block-start: 8px; outline-offset: -2px; }
.list li {
  display: grid;
  grid-template-columns: max-content minmax(0, 1fr);
  gap: 0 10px;
  padding-block: 6px;
  border-block-end: 1px solid var(--line);
}
.list li:last-child { border: 0; }
.list time { color: var(--quiet); }
/* Where there is room, an event is one line: when, what, and in which tab. */
.log { container-type: inline-size; }
.log li > small { grid-column: 2; }
@container (width >= 560px) {
  .log li { grid-template-columns: max-content minmax(0, 1fr) max-content; }
  .log li > small { grid-column: auto; }
}
.log > :first-child.list { margin-block-start: 0; }
.list li:only-child.quiet { display: block; }

.panel { display: grid; gap: 14px; padding: 16px; background: var(--surface); }
.panel > header { display: flex; gap: 8px; align-items: center; justify-content: space-between; }
.panel section { min-width: 0; }
.panel section > h3 { margin-block-end: 8px; }
.panel .sessions { display: grid; gap: 14px; }
.columns { display: grid; gap: 20px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 340px), 1fr)); }
.floating > .toggle {
  position: fixed;
  inset-block-end: 12px;
  inset-inline-start: 12px;
  z-index: 2147483000;
  min-height: 40px;
  padding-inline: 14px;
  border-radius: 20px;
  box-shadow: 0 2px 10px #0a0c1e40;
  font-weight: 600;
}
.toggle::before {
  content: "";
  display: inline-block;
  width: 8px;
  height: 8px;
  margin-inline-end: 8px;
  border-radius: 50%;
  background: var(--quiet);
}
/* On a phone it is a dot, which covers nothing that is read. */
@media (width < 480px) {
  .floating > .toggle { width: 40px; padding: 0; font-size: 0; }
  .toggle::before { margin: 0; }
}
.toggle[data-status="signedIn"]::before { background: var(--takokit-success, light-dark(#009956, #4ed589)); }
.toggle[data-refresh="retrying"]::before { background: var(--danger); }
.floating > aside {
  position: fixed;
  inset-inline: 0;
  inset-block-end: 0;
  z-index: 2147483000;
  max-height: min(560px, 70vh);
  overflow: auto;
  border-block-start: 1px solid var(--line);
  box-shadow: 0 -8px 32px #0a0c1e33;
}
@media (forced-colors: active) {
  .track .bar { fill: Highlight; }
  .track :is(.own, .now) { stroke: CanvasText; }
}
`
