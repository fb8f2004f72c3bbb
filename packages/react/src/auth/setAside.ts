/** Takes the region around an element out of the page's flow, and whatever the page says of it. By CSSOM, which every policy allows. */
export function setAside(element: HTMLElement | null): void {
  const style = element?.parentElement?.style
  style?.setProperty('all', 'unset')
  style?.setProperty('position', 'absolute')
}
