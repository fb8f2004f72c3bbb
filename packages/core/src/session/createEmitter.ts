/** Callbacks of a page, none of which keeps the others, or the engine, from going on. */
export function createEmitter<values extends unknown[]>(warn: (message: string) => void) {
  const listeners = new Set<(...values: values) => void>()
  return {
    /** Returns what stops it. */
    add(listener: (...values: values) => void): () => void {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    emit(...values: values): void {
      for (const listener of [...listeners]) {
        try {
          listener(...values)
        } catch (cause) {
          warn(`A listener threw: ${cause}`)
        }
      }
    },
    clear: () => listeners.clear(),
  }
}
