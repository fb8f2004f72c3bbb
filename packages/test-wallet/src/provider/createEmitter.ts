type Listener = (...args: never[]) => void

export type Emitter<events extends Record<string, Listener>> = {
  on<name extends keyof events & string>(event: name, listener: events[name]): void
  removeListener<name extends keyof events & string>(event: name, listener: events[name]): void
  emit<name extends keyof events & string>(event: name, ...args: Parameters<events[name]>): void
}

/** The part of Node's EventEmitter that EIP-1193 requires. */
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
          // An error of one listener must not affect the others, but must still surface.
          queueMicrotask(() => {
            throw error
          })
        }
      }
    },
  }
}
