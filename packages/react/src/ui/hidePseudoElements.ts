const rules = ['::scroll-button(*)', '::details-content::before', '::details-content::after']
  .map((name) => `.takokit:not(#t#k) ${name} { content: none }`)
  .join('\n')
const known = new WeakSet<Node>()

/**
 * Removes the boxes that a page's `*::scroll-button(*)` adds to a root. Not in the stylesheet, because the CSS tools of
 * applications do not parse these selectors. A constructed sheet is allowed by every policy, and skips rules that a browser
 * does not know.
 */
export function hidePseudoElements(root: Element): void {
  const place = root.getRootNode() as Document | ShadowRoot
  const view = root.ownerDocument.defaultView
  try {
    if (!view || !place.adoptedStyleSheets || known.has(place)) return
    known.add(place)
    const sheet = new view.CSSStyleSheet()
    sheet.replaceSync(rules)
    place.adoptedStyleSheets = [...place.adoptedStyleSheets, sheet]
  } catch {
    // A browser that refuses has no scroll buttons yet, and a page that hides the constructor may have them.
  }
}
