import type { EmulatorEvent } from '../types/EmulatorEvent.ts'

export interface RequestLog {
  /** A number for the next request. */
  open(): number
  write(event: Omit<EmulatorEvent, 'seq'>): void
  /** Events newer than `afterSeq`, oldest first. */
  entries(afterSeq?: number): EmulatorEvent[]
  subscribe(listener: (event: EmulatorEvent) => void): () => void
  clear(): void
}

/** Keeps the newest `size` events and notifies listeners. */
export function createRequestLog(size = 1_000): RequestLog {
  const events: EmulatorEvent[] = []
  const listeners = new Set<(event: EmulatorEvent) => void>()
  let seq = 0
  let requests = 0

  return {
    open() {
      requests += 1
      return requests
    },
    write(entry) {
      seq += 1
      const event = { seq, ...entry }
      events.push(event)
      if (events.length > size) events.shift()
      for (const listener of listeners) listener(event)
    },
    entries: (afterSeq = 0) => events.filter((event) => event.seq > afterSeq),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    clear() {
      events.length = 0
    },
  }
}
