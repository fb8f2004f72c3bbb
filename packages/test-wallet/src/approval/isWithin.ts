/** Whether the pointer is over the element's box, whatever the event's target is. */
export function isWithin(
  element: Element,
  pointer: { readonly clientX: number; readonly clientY: number },
): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  const { clientX, clientY } = pointer
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom
}
