/** An element of the highlighter's tree, as far as it is needed here. */
interface Element {
  properties: Record<string, unknown>
}

/** Classes in place of inline styles, which a content security policy refuses: `color:var(--shiki-token-keyword)` is `.tk-keyword`. */
export const shikiClasses = {
  name: 'takokit:classes',
  pre: (node: Element) => {
    delete node.properties.style
  },
  span: (node: Element) => {
    const { style } = node.properties
    delete node.properties.style
    const text = String(style ?? '')
    const names = [...text.matchAll(/--shiki-(?:token-)?([\w-]+)/g)].map(([, name]) => `tk-${name}`)
    if (text.includes('italic')) names.push('tk-italic')
    if (text.includes('bold')) names.push('tk-bold')
    if (names.length > 0) node.properties.class = names.join(' ')
  },
}
