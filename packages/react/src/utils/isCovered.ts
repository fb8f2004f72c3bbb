/** Whether one of two elements lies over the other, wherever they are in the page. */
export function isCovered(element: Element, by: Element): boolean {
  const one = element.getBoundingClientRect()
  const other = by.getBoundingClientRect()
  const isBeside = one.right <= other.left || other.right <= one.left
  return !isBeside && one.bottom > other.top && other.bottom > one.top
}
