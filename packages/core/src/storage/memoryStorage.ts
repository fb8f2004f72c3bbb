import type { AuthStorage } from '../types/SessionStore.ts'
import { createStore } from './createStore.ts'
import { mapRows } from './mapRows.ts'
import { plainBox } from './plainBox.ts'

/**
 * Keeps sessions in the page's memory: they end on reload, and each tab has its own. The safest storage in a browser.
 *
 * @example
 * ```ts
 * import { createAuthClient, memoryStorage, tako } from '@takokit/core'
 *
 * const auth = createAuthClient({ providers: [tako()], storage: memoryStorage() })
 * ```
 */
export function memoryStorage(): AuthStorage {
  return {
    name: 'memory',
    open: async ({ warn }) => createStore({ rows: mapRows(), box: plainBox, shared: false, warn }),
  }
}
