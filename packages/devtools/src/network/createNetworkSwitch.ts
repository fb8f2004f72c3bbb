import type { NetworkSwitch } from '../types/NetworkSwitch.ts'

/**
 * A `fetch` for the client that can be cut off, so that an outage can be tried without one. Until then it is the page's.
 *
 * @example
 * ```ts
 * import { createAuthClient, tako } from '@takokit/core'
 * import { createNetworkSwitch } from '@takokit/devtools'
 *
 * export const network = createNetworkSwitch()
 * export const auth = createAuthClient({ providers: [tako()], fetch: network.fetch })
 * ```
 */
export function createNetworkSwitch(): NetworkSwitch {
  const listeners = new Set<() => void>()
  let isOffline = false
  return {
    fetch: (input, init) =>
      isOffline ? Promise.reject(new TypeError('Failed to fetch')) : fetch(input, init),
    isOffline: () => isOffline,
    setOffline(next) {
      isOffline = next
      for (const listener of listeners) listener()
      // As a browser says when the network is back.
      if (!next) dispatchEvent(new Event('online'))
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
