/** In CSS pixels. Smaller windows are notices, and cover little. */
const minWidth = 200
const minHeight = 120
/** How many wrappers a library may add around its window. */
const maxDepth = 4

/** The windows that a page shows beside `own`: large, fixed or in the top layer, and interactive. */
export function findPageWindows(own: Element): Element[] {
  const { body, documentElement } = own.ownerDocument
  const found = new Set<Element>()
  function look(element: Element, depth: number): void {
    if (element.contains(own) || own.contains(element)) return
    if (isWindow(element)) found.add(element)
    // A wrapper without its own size; the application's root has one.
    else if (depth < maxDepth && element.getBoundingClientRect().height === 0)
      for (const child of [...element.children, ...(element.shadowRoot?.children ?? [])])
        look(child, depth + 1)
  }
  for (const element of [...documentElement.children, ...body.children])
    if (element !== body) look(element, 0)
  for (const element of body.querySelectorAll('iframe, dialog, [popover], [role="dialog"]'))
    look(element, maxDepth)
  return [...found]
}

function isWindow(element: Element): boolean {
  if (!(element instanceof HTMLElement)) return false
  const { width, height, top, left, right, bottom } = element.getBoundingClientRect()
  if (width < minWidth || height < minHeight) return false
  if (right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight) return false
  const { position, zIndex, visibility, pointerEvents } = getComputedStyle(element)
  if (visibility !== 'visible' || pointerEvents === 'none') return false
  return position === 'fixed' || (position === 'absolute' && Number(zIndex) > 0)
}
