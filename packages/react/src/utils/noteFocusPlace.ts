const focusable =
  'a[href], button, input, select, textarea, summary, iframe, [contenteditable], [tabindex]'

/**
 * Notes where an element lies. What is returned moves the focus, once the element has left the page: to the first control of
 * what took its place, else to what lies there, `otherwise`, or what is around it. It takes the focus from nothing else, and
 * returns whether it moved.
 */
export function noteFocusPlace(element: HTMLElement): (otherwise?: HTMLElement | null) => boolean {
  const levels: { parent: Element; before: Element[]; after: Element[] }[] = []
  let at: Element = element
  while (at.parentElement && at !== element.ownerDocument.body) {
    const parent = at.parentElement
    const all = [...parent.children]
    const index = all.indexOf(at)
    levels.push({ parent, before: all.slice(0, index).reverse(), after: all.slice(index + 1) })
    at = parent
  }
  return (otherwise) => {
    const { activeElement, body } = element.ownerDocument
    if (element.isConnected || (activeElement && activeElement !== body)) return false
    const level = levels.find(({ parent }) => parent.isConnected)
    if (!level) return false
    const { parent, before, after } = level
    // What lay beside it may have gone too.
    const isThere = (one: Element) => one.parentElement === parent
    const start = before.find(isThere)
    const end = after.find(isThere)
    const now = [...parent.children]
    const found = now.slice(start ? now.indexOf(start) + 1 : 0, end && now.indexOf(end))
    const controls = found.flatMap((one) => [one, ...one.querySelectorAll(focusable)])
    return (
      controls.some((one) => one.matches(focusable) && takeFocus(one)) ||
      found.some((one) => takeFocus(one, true)) ||
      (otherwise ? takeFocus(otherwise) : false) ||
      (parent !== body && takeFocus(parent, true))
    )
  }
}

function takeFocus(element: Element, isText = false): boolean {
  if (!(element instanceof HTMLElement)) return false
  const isMade = isText && !element.hasAttribute('tabindex')
  if (isMade) {
    element.tabIndex = -1
    const drop = () => element.removeAttribute('tabindex')
    element.addEventListener('blur', drop, { once: true })
  }
  element.focus()
  return element.ownerDocument.activeElement === element
}
