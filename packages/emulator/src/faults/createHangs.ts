import type { Hangs } from './Hangs.ts'

export function createHangs(): Hangs {
  const waiting = new Set<() => void>()
  return {
    hang: () =>
      new Promise<void>((resolve) => {
        waiting.add(resolve)
      }),
    size: () => waiting.size,
    release() {
      const released = waiting.size
      for (const resolve of waiting) resolve()
      waiting.clear()
      return released
    },
  }
}
