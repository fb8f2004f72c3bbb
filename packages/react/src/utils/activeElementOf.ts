/** The element that has the focus, also within shadow roots; `undefined` where that is only the page. */
export function activeElementOf(root: Document): HTMLElement | undefined {
  let active = root.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active instanceof HTMLElement && active !== root.body ? active : undefined
}
