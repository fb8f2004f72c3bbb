const shapes = 'svg *'

/**
 * Copies the attributes of icon shapes to their style: any stylesheet of the page overrides attributes, but not an element's
 * style. Uses CSSOM, which every policy allows. Returns a function that stops it.
 */
export function keepShapes(root: Element): () => void {
  const observer = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes)
      for (const node of [target, ...addedNodes])
        if (node instanceof Element && node.matches(shapes)) keepShape(node as SVGElement)
        else if (node !== target) keepAll(node)
  })
  observer.observe(root, { subtree: true, childList: true, attributeFilter: ['d', 'fill'] })
  keepAll(root)
  return () => observer.disconnect()
}

function keepAll(node: Node): void {
  if (!(node instanceof Element)) return
  for (const shape of node.querySelectorAll<SVGElement>(shapes)) keepShape(shape)
}

function keepShape(shape: SVGElement): void {
  for (const { name, value } of [...shape.attributes]) {
    const length = Number.isNaN(Number(value)) ? value : `${value}px`
    shape.style.setProperty(name, name === 'd' ? `path("${value}")` : length)
  }
}
