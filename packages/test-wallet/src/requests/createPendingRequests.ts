import { createStore } from '../state/createStore.ts'
import type { PendingRequest } from '../types/PendingRequest.ts'

export type PendingRequests = ReturnType<typeof createPendingRequests>

/** Requests that wait for a decision, oldest first. */
export function createPendingRequests() {
  const store = createStore<readonly PendingRequest[]>([])
  const decisions = new Map<number, (isApproved: boolean) => void>()

  /** Removes the request from the list; `undefined` never answers it. */
  function settle(id: number, isApproved: boolean | undefined) {
    const decide = decisions.get(id)
    if (!decisions.delete(id)) return
    store.set(store.get().filter((request) => request.id !== id))
    if (isApproved !== undefined) decide?.(isApproved)
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    settle,
    has: (id: number) => decisions.has(id),
    open(request: PendingRequest): Promise<boolean> {
      return new Promise((resolve) => {
        decisions.set(request.id, resolve)
        store.set([...store.get(), request])
      })
    },
  }
}
