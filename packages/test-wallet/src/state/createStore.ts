/** A value and its listeners. */
export type Store<value> = {
  get(): value
  set(value: value): void
  subscribe(listener: () => void): () => void
}

/** The value is replaced, never mutated, so its identity shows whether it changed. */
export function createStore<value>(initial: value): Store<value> {
  let current = initial
  let listeners: readonly (() => void)[] = []
  return {
    get: () => current,
    set(value) {
      current = value
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      // A wrapper, so that one function subscribed twice is called twice and each stop ends its own.
      const own = () => listener()
      listeners = [...listeners, own]
      return () => {
        listeners = listeners.filter((other) => other !== own)
      }
    },
  }
}
