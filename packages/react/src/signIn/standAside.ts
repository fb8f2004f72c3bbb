/**
 * Places a non-modal dialog beside a window of the page if there is room, and always below it. Uses CSSOM, which every
 * policy allows.
 */
export function standAside(dialog: HTMLElement, window: Element): () => void {
  dialog.style.setProperty('z-index', `${stackLevelOf(window) - 1}`)
  // Narrower, it is a bottom sheet.
  if (innerWidth >= 480) dialog.style.setProperty('margin', 'auto 16px 16px auto')
  return () => {
    dialog.style.removeProperty('z-index')
    dialog.style.removeProperty('margin')
  }
}

/** The `z-index` that an element has among the children of `<body>`; the highest where it is in the top layer, above all of them. */
function stackLevelOf(element: Element): number {
  let level = 0
  let at: Element | null = element
  while (at) {
    // A list that takes what a browser does not know.
    if (at.matches(':is(:popover-open, :modal)')) return 2_147_483_647
    const { position, zIndex } = getComputedStyle(at)
    if (position !== 'static' && zIndex !== 'auto') level = Number(zIndex)
    const root = at.getRootNode()
    at = at.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
  }
  return level
}
