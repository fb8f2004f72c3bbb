/** The parent of an element, also across shadow roots. */
export function parentOf(element: Element): Element | undefined {
  return element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host
}
