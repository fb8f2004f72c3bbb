import type { Page } from 'playwright'

/** What a visitor would see as broken, one line each. */
export interface Layout {
  /** Text that ends where its box ends, and cannot be scrolled to. */
  cut: string[]
  /** Cards of which more than a third in a row is empty. */
  holes: string[]
  /** Lines of code that were broken into several. */
  wrapped: string[]
  scrollWidth: number
}

/** Measures the page as it is drawn now, also in shadow roots. */
export function layoutOf(page: Page): Promise<Layout> {
  return page.evaluate(() => {
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} ${(element.textContent ?? '').trim().slice(0, 40)}`
    const below = (root: Element | ShadowRoot): Element[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        element,
        ...(element.shadowRoot ? below(element.shadowRoot) : []),
      ])
    const rectsOfText = (element: Element) =>
      [...element.childNodes].flatMap((node) => {
        if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) return []
        const range = document.createRange()
        range.selectNodeContents(node)
        return [...range.getClientRects()]
      })
    const isControl = (element: Element) => element.matches('button, input, svg')

    const cut = below(document.body).filter((element) => {
      const { overflowX } = getComputedStyle(element)
      const isHidden = overflowX === 'hidden' || overflowX === 'clip'
      // One pixel wide is text for screen readers.
      return isHidden && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1
    })
    const holes = [...document.querySelectorAll('.card')].flatMap((card) => {
      const box = card.getBoundingClientRect()
      const rects = below(card)
        .flatMap((element) => [
          ...rectsOfText(element),
          ...(isControl(element) ? [element.getBoundingClientRect()] : []),
        ])
        .filter(({ width, height }) => width > 1 && height > 1)
        .sort((a, b) => a.top - b.top)
      let [filled, gap] = [box.top, 0]
      for (const { top, bottom } of [...rects, { top: box.bottom, bottom: box.bottom }]) {
        gap = Math.max(gap, top - filled)
        filled = Math.max(filled, Math.min(bottom, box.bottom))
      }
      return gap > box.height / 3 ? [`${Math.round(gap)} of ${box.height} px: ${name(card)}`] : []
    })
    const wrapped = [...document.querySelectorAll('.sideways')].flatMap((box) => {
      const tops = new Set(
        below(box)
          .concat(box)
          .flatMap(rectsOfText)
          .map(({ top }) => top),
      )
      const lines = (box.textContent ?? '')
        .trim()
        .split('\n')
        .filter((line) => line.trim()).length
      return tops.size > lines ? [name(box)] : []
    })
    const { scrollWidth } = document.documentElement
    return { cut: cut.map(name), holes, wrapped, scrollWidth }
  })
}
