/**
 * Runs in the page. Returns a stylesheet that sets every property of this browser, on all elements and pseudo-elements, to a
 * valid value other than the initial one; `round` selects among those.
 */
export function everyProperty(round: number): string {
  const keywords = `auto none normal all both always hidden visible clip scroll fixed absolute relative sticky block inline grid
    flex contents start end center left right top bottom middle baseline stretch cover contain fill repeat no-repeat round
    square bevel miter evenodd nonzero over under inside outside dotted dashed double ridge red rgb(1,2,3) currentcolor
    transparent bold italic oblique small-caps all-small-caps condensed expanded uppercase capitalize justify match-parent
    vertical-rl vertical-lr sideways-rl upright mixed sideways plaintext isolate bidi-override pre nowrap pre-wrap break-all
    keep-all break-word anywhere loose strict balance pretty manual disc circle upper-roman collapse separate hide pixelated
    crisp-edges multiply difference luminance alpha exclude border-box content-box padding-box stroke-box view-box smooth
    mandatory proximity inert read-write discard preserve drop initial-only optimizeSpeed geometricPrecision antialiased
    subpixel-antialiased dark light only-dark thin line edges wait help row-reverse column wrap wrap-reverse dense
    from-image flip horizontal vertical size inline-size style strict content layout paint slider textfield menulist
    allow-keywords numeric-only each-box first last allow-discrete space-between space-around avoid page
    avoid-page recto each-line hanging show trim-start trim-both cap alphabetic text spell-out digits self-block most-width
    flip-block no-clip fixed-position new absurd --absurd 1 3 0.3 700 13px 3px 7% 2em 1s 200ms 45deg 3/3 1fr 3dppx 5x
    "x" "absurd" "a"b" url(data:,) linear-gradient(red,red) blur(1px) rotate(3deg) translate(3px) scale(1.3) inset(3px)
    path("M0 0h9") ease-in linear(0,1) cubic-bezier(.1,.2,.3,.4) steps(2) scroll() view() ray(45deg) drop-shadow(1px 1px red)
    polygon(0 0,9px 0,9px 9px)`
  const pairs = [
    ...[
      '3px 7px',
      '3px 3px red',
      '1px solid red',
      '1px 1px 2px red',
      'under right',
      'first last',
      'inside square',
    ],
    ...[
      '"x" "y"',
      '"tnum" on',
      '"wght" 900',
      '13px dotted red',
      '3 3 3px',
      'span 2',
      'dot red',
      'above right',
      '3 1',
    ],
    ...[
      'additive pad',
      'hanging each-line 3px',
      'absurd 3',
      'left 3px top 3px',
      'no-common-ligatures',
      'line-through wavy red',
    ],
    ...[
      'auto 3px',
      'light only',
      'subgrid',
      '[a] 1fr [b]',
      'minmax(3px, 1fr) 3px',
      '"a b"',
      'x mandatory',
      'pan-x pan-y',
    ],
  ]
  const values = [...keywords.split(/\s+/), ...pairs]
  // Font family, direction and editability belong to the page; variables are not the kit's.
  const given = /^(--|font-family$|direction$|-webkit-user-modify$)/
  const probe = document.body.appendChild(document.createElement('i'))
  const style = getComputedStyle(probe)
  const declarations = [...style].flatMap((name) => {
    if (given.test(name)) return []
    const usual = style.getPropertyValue(name)
    const legal = values.filter((value) => {
      if (!CSS.supports(name, value)) return false
      probe.style.setProperty(name, value)
      const isOther = style.getPropertyValue(name) !== usual
      probe.style.removeProperty(name)
      return isOther
    })
    return legal.length > 0 ? [`${name}: ${legal[round % legal.length]}`] : []
  })
  probe.remove()
  const all = `${declarations.join('; ')}; content: "absurd"`
  const place = ':not(html, head, head *, body, main)'
  const strong = ':not(#never)'
  const pseudo = ['::before', '::after', '::marker', '::backdrop', '::details-content']
  const letters = ['::first-letter', '::first-line', '::placeholder', '::file-selector-button']
  const rules = [
    `*${place}`,
    `html body *${place}${strong}`,
    // The values that the frame of a page passes to its content.
    `body, main`,
    ...[...pseudo, ...letters].flatMap((one) => [`*${place}${one}`, `*${place}${strong}${one}`]),
  ]
  return rules
    .map((rule) => {
      // The frame remains a visible box: it is no part of the kit.
      const isFrame = rule === 'body, main'
      return `${rule} { ${isFrame ? declarations.filter((one) => isHandedOn(one)).join('; ') : all} }`
    })
    .join('\n')

  function isHandedOn(declaration: string): boolean {
    const name = declaration.slice(0, declaration.indexOf(':'))
    const parent = document.body.appendChild(document.createElement('i'))
    const child = parent.appendChild(document.createElement('i'))
    parent.style.setProperty(name, declaration.slice(name.length + 2))
    const own = getComputedStyle(parent).getPropertyValue(name)
    const isInherited = own === getComputedStyle(child).getPropertyValue(name)
    parent.remove()
    // If nothing is visible or clickable in a place, the kit is not either; zoom also belongs to the place.
    return (
      isInherited && !/^(visibility|pointer-events|interactivity|zoom|color-scheme)$/.test(name)
    )
  }
}
