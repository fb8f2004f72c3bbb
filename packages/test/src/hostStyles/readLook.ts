/** How the kit looks: what every computed property is, by what has it. */
export interface Look {
  properties: string[]
  values: Map<string, string[]>
}

declare global {
  interface Window {
    /** The kit as it looks where the page has no stylesheet. */
    plainLook: Look
  }
}

/**
 * Runs in the page. Reads all of the kit, elements and what is drawn by them, and keeps it (`keep`) or tells what is otherwise
 * than what was kept.
 */
export function readLook(mode: 'keep' | 'compare'): string[] {
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY)
      animation.cancel()
    else animation.finish()
  }
  // Variables that nobody of the kit reads change nothing.
  const properties = [...getComputedStyle(document.body)].filter((name) => !name.startsWith('--'))
  const values: Look['values'] = new Map()
  const read = (style: CSSStyleDeclaration) =>
    properties.map((name) => style.getPropertyValue(name))
  const elements = document.querySelectorAll('.takokit, .takokit *')
  for (const [index, element] of [...elements].entries()) {
    const name = `${index} ${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`
    const style = getComputedStyle(element)
    const { width, height } = element.getBoundingClientRect()
    values.set(name, [...read(style), `drawn ${width.toFixed(2)} × ${height.toFixed(2)}`])
    if (element.parentElement?.closest('svg')) continue
    const pseudoElements = ['::before', '::after']
    if (style.display === 'list-item') pseudoElements.push('::marker')
    if (style.display === 'block') pseudoElements.push('::first-letter', '::first-line')
    if (element.matches('dialog, [popover]')) pseudoElements.push('::backdrop')
    if (element.matches('details')) pseudoElements.push('::details-content')
    for (const pseudo of pseudoElements)
      values.set(name + pseudo, read(getComputedStyle(element, pseudo)))
  }
  if (mode === 'keep') window.plainLook = { properties, values }
  const plain = window.plainLook
  return [...values].flatMap(([name, list]) =>
    list.flatMap((value, index) => {
      const before = plain.values.get(name)?.[index]
      return before === value
        ? []
        : [`${name} { ${properties[index] ?? 'size'}: ${before} → ${value} }`]
    }),
  )
}
