/** Whether the kit's stylesheet is in the document, or the shadow root, of one of its elements. */
export function hasStyles(element: Element): boolean {
  return getComputedStyle(element).getPropertyValue('--tk-raised') !== ''
}
