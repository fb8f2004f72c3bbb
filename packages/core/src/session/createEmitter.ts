/** Creates a set of listeners. A listener that throws stops neither the other listeners nor the engine. */
export function createEmitter<values extends unknown[]>(warn: (message: string) => void) {
  const listeners = new Set<(...values: values) => void>()
  return {
    /** Returns a function that removes the listener. */
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
