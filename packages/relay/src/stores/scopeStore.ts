import type { RelayStore } from '../types/RelayStore.ts'

/** A store that several relays may share: each relay's keys have its own namespace. */
export function scopeStore(store: RelayStore, namespace: string): RelayStore {
  const own = (key: string) => key.replace(':', `:${namespace}:`)
  return {
    ...store,
    read: (key) => store.read(own(key)),
    write: (key, row) => store.write(own(key), row),
    take: (key, limit) => store.take(own(key), limit),
    changed: (key, rev, signal) => store.changed(own(key), rev, signal),
    ping: () => store.ping(),
    close: async () => store.close?.(),
  }
}
