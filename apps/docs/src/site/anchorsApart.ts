interface Node {
  properties?: Record<string, unknown>
  children?: Node[]
}

/** The anchors of headings are hidden from screen readers: keys skip them too. */
export const anchorsApart = () =>
  function visit(node: Node): void {
    const { properties, children = [] } = node
    if (
      properties &&
      String(properties.ariaHidden ?? properties['aria-hidden']) === 'true' &&
      properties.href
    )
      properties.tabIndex = -1
    children.forEach(visit)
  }
