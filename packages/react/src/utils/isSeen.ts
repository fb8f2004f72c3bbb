/** Whether an element is visible. Browsers before 2024 cannot tell: it then counts as visible. */
export function isSeen(element: HTMLElement | null | undefined): boolean {
  return (
    element?.isConnected === true &&
    element.checkVisibility?.({ visibilityProperty: true }) !== false
  )
}
