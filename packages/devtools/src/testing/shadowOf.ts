/** What the panel drew, for queries: they do not look into shadow roots by themselves. */
export function shadowOf(place: ParentNode = document): HTMLElement {
  const root = place.querySelector('[data-takokit-devtools]')?.shadowRoot
  if (!root) throw new Error('The panel is not there.')
  return root as unknown as HTMLElement
}
