type Listener = (...args: never[]) => void

export type Emitter<events extends Record<string, Listener>> = {
  on<name extends keyof events & string>(event: name, listener: events[name]): void
  removeListener<name extends keyof events & string>(event: name, listener: events[name]): void
  emit<name extends keyof events & string>(event: name, ...args: Parameters<events[name]>): void
}

/** The part of Node's EventEmitter that EIP-1193 asks for. */
export function createEmitter<events extends Record<string, Listener>>(): Emitter<events> {
  const listeners = new Map<string, readonly Listener[]>()
  return {
    on(event, listener) {
      listeners.set(event, [...(listeners.get(event) ?? []), listener])
    },
    removeListener(event, listener) {
      const current = listeners.get(event) ?? []
      const index = current.indexOf(listener)
      listeners.set(
        event,
        current.filter((_, position) => position !== index),
      )
    },
    emit(event, ...args) {
      for (const listener of listeners.get(event) ?? []) {
        try {
          listener(...(args as never[]))
        } catch (error) {
          // A page's listener that throws is the page's affair: the others still hear, and the error still surfaces.
          queueMicrotask(() => {
            throw error
          })
        }
      }
    },
  }
}
