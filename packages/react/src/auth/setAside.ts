/** Takes the region around an element out of the page's flow. By CSSOM, which every policy allows. */
export function setAside(element: HTMLElement | null): void {
  element?.parentElement?.style.setProperty('position', 'absolute')
}
