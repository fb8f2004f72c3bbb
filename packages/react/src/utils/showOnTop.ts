/** Shows a popover. Without that API, or where it is refused, the element is shown by its style, and its owner closes it. */
export function showOnTop(element: HTMLElement): void {
  try {
    element.showPopover()
  } catch {
    // A browser hides what has this attribute and is not open.
    element.removeAttribute('popover')
    element.style.setProperty('z-index', '2147483647')
  }
}
