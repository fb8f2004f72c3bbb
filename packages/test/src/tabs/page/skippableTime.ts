/**
 * Replaces the page's clocks and `setTimeout` with ones that {@link skip} moves ahead. They stay the browser's own: they also
 * stop where a page is frozen.
 */
export function skippableTime(): { skip: (ms: number) => void } {
  const clocks = { now: Date.now.bind(Date), monotonic: performance.now.bind(performance) }
  const browser = { set: window.setTimeout.bind(window), clear: window.clearTimeout.bind(window) }
  let aheadMs = 0
  const pending = new Map<number, { handler: () => void; dueAt: number; id: number }>()
  Date.now = () => clocks.now() + aheadMs
  performance.now = () => clocks.monotonic() + aheadMs

  function arm(handler: () => void, dueAt: number): number {
    return browser.set(handler, dueAt - performance.now())
  }

  window.setTimeout = ((
    callback: (...args: unknown[]) => void,
    delayMs = 0,
    ...args: unknown[]
  ) => {
    const dueAt = performance.now() + delayMs
    const handler = () => {
      pending.delete(name)
      callback(...args)
    }
    const name = arm(handler, dueAt)
    pending.set(name, { handler, dueAt, id: name })
    return name
  }) as typeof window.setTimeout
  window.clearTimeout = (name) => {
    const timer = pending.get(Number(name))
    pending.delete(Number(name))
    browser.clear(timer?.id ?? name)
  }

  return {
    skip(ms) {
      aheadMs += ms
      for (const timer of pending.values()) {
        browser.clear(timer.id)
        timer.id = arm(timer.handler, timer.dueAt)
      }
    },
  }
}
