/** Whether an element can be seen. Browsers before 2024 do not tell, and are believed to show it. */
export function isSeen(element: HTMLElement | null | undefined): boolean {
  return (
    element?.isConnected === true &&
    element.checkVisibility?.({ visibilityProperty: true }) !== false
  )
}
