/** Whether the kit's stylesheet applies in an element's document or shadow root. */
export function hasStyles(element: Element): boolean {
  return getComputedStyle(element).getPropertyValue('--tk-raised') !== ''
}
