/** Every computed property of the kit, by element or pseudo-element. */
export interface Look {
  properties: string[]
  values: Map<string, string[]>
}

declare global {
  interface Window {
    /** The kit's appearance in a page without stylesheets. */
    plainLook: Look
  }
}

/**
 * Runs in the page. Reads all elements and pseudo-elements of the kit, and either stores the values (`keep`) or returns the
 * differences from the stored ones.
 */
export function readLook(mode: 'keep' | 'compare'): string[] {
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY)
      animation.cancel()
    else animation.finish()
  }
  // The kit does not read the page's variables, so they change nothing.
  const properties = [...getComputedStyle(document.body)].filter((name) => !name.startsWith('--'))
  const values: Look['values'] = new Map()
  const read = (style: CSSStyleDeclaration) =>
    properties.map((name) => style.getPropertyValue(name))
  const elements = document.querySelectorAll('.takokit, .takokit *')
  for (const [index, element] of [...elements].entries()) {
    const name = `${index} ${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`
    const style = getComputedStyle(element)
    const { x, y, width, height } = element.getBoundingClientRect()
    const frame = element.parentElement?.closest('dialog, [popover], .takokit > button')
    const from = frame?.getBoundingClientRect() ?? { x, y }
    const box = element.checkVisibility() ? [x - from.x, y - from.y, width, height] : []
    const drawn = [box.map((length) => length.toFixed(2)).join(' ')]
    if (style.overflow !== 'visible')
      drawn.push(getComputedStyle(element, '::scroll-button(block-end)').content)
    if (element.childElementCount === 0 && element.textContent) {
      const { color, backgroundColor, textShadow } = getComputedStyle(element, '::selection')
      drawn.push(`selected ${color} ${backgroundColor} ${textShadow}`)
    }
    values.set(name, [...read(style), `drawn ${drawn.join(' | ')}`])
    if (element.parentElement?.closest('svg')) continue
    const pseudoElements = ['::before', '::after']
    if (style.display === 'list-item') pseudoElements.push('::marker')
    if (style.display === 'block') pseudoElements.push('::first-letter', '::first-line')
    if (element.matches('dialog, [popover]')) pseudoElements.push('::backdrop')
    if (element.matches('details')) pseudoElements.push('::details-content')
    for (const pseudo of pseudoElements) {
      const drawn = getComputedStyle(element, pseudo)
      // Without content a box of this kind is not drawn, whatever else it is told.
      const isAbsent = /^::(before|after)$/.test(pseudo) && drawn.content === 'none'
      values.set(name + pseudo, isAbsent ? [] : read(drawn))
    }
  }
  // Positions are differences of floats: a scaled box may be drawn 0.01 px beside itself.
  const isSame = (before: string | undefined, value: string) => {
    if (before === value) return true
    const [words, others] = [value.split(' '), before?.split(' ') ?? []]
    return (
      words[0] === 'drawn' &&
      words.length === others.length &&
      words.every((word, at) => word === others[at] || Math.abs(+word - +(others[at] ?? '')) < 0.1)
    )
  }
  if (mode === 'keep') window.plainLook = { properties, values }
  const plain = window.plainLook
  return [...values].flatMap(([name, list]) =>
    list.flatMap((value, index) => {
      const before = plain.values.get(name)?.[index]
      return isSame(before, value)
        ? []
        : [`${name} { ${properties[index] ?? 'size'}: ${before} → ${value} }`]
    }),
  )
}
