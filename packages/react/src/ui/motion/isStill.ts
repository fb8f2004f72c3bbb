/** Whether an element stays still: the user asks for that, it is not drawn, or there is nothing to move it with. */
export function isStill(element: Element): boolean {
  const { defaultView } = element.ownerDocument
  return (
    typeof element.animate !== 'function' ||
    !defaultView ||
    element.getBoundingClientRect().height === 0 ||
    defaultView.matchMedia('(prefers-reduced-motion: reduce)').matches
  )
}
