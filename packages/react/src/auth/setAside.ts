/**
 * Removes an element's region from the page's flow, and the page's styles from the region. Uses CSSOM, which every policy
 * allows.
 */
export function setAside(element: HTMLElement | null): void {
  const style = element?.parentElement?.style
  style?.setProperty('all', 'unset')
  style?.setProperty('position', 'absolute')
}
