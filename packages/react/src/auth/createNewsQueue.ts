import type { News } from './News.ts'

/** Messages to announce, for `useSyncExternalStore`. */
export interface NewsQueue {
  push: (news: News) => void
  get: () => News | undefined
  subscribe: (listener: () => void) => () => void
  /** To be called when React has committed what `get` returned. */
  onCommit: () => void
}

/** Announces each message by a commit of its own, however soon the next one follows: that of the state which it announces. */
export function createNewsQueue(): NewsQueue {
  const waiting: News[] = []
  const listeners = new Set<() => void>()
  let news: News | undefined
  let isCommitted = true

  function next(): void {
    const first = isCommitted && waiting.shift()
    if (!first) return
    news = { ...first }
    isCommitted = false
    for (const listener of [...listeners]) listener()
  }

  return {
    push(one) {
      waiting.push(one)
      // What is shown needs its control, which the commit of the state may mount.
      if (waiting.some(({ isShown }) => isShown)) queueMicrotask(next)
      else next()
    },
    get: () => news,
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    onCommit() {
      isCommitted = true
      if (waiting.length > 0) queueMicrotask(next)
    },
  }
}
