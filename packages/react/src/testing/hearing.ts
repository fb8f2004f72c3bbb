/** What live regions announced, in order: each change of a region's text, as a screen reader queues it. */
export interface Hearing {
  said: string[]
  stop: () => void
}

/** Observes every live region of the page, also those added later. */
export function listen(): Hearing {
  const said: string[] = []
  const before = new WeakMap<Element, string>()
  const regions = () => document.querySelectorAll('[role=status], [role=alert], [aria-live]')
  for (const region of regions()) before.set(region, region.textContent ?? '')
  const observer = new MutationObserver(() => {
    for (const region of regions()) {
      const text = region.textContent ?? ''
      if (text && before.get(region) !== text) said.push(text.replace(/[\u2068\u2069]/g, ''))
      before.set(region, text)
    }
  })
  observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  return { said, stop: () => observer.disconnect() }
}
