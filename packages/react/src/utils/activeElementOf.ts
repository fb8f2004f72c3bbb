/** The focused element, also within shadow roots; `undefined` if that is only the page. */
export function activeElementOf(root: Document): HTMLElement | undefined {
  let active = root.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active instanceof HTMLElement && active !== root.body ? active : undefined
}
