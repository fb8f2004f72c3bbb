import type { AuthStorage } from '../types/SessionStore.ts'
import { randomId } from '../platform/randomId.ts'
import { areaBox } from './areaBox.ts'
import { areaRows } from './areaRows.ts'
import { createStore } from './createStore.ts'
import { idbRows } from './idbRows.ts'
import { plainBox } from './plainBox.ts'
import { withFallback } from './withFallback.ts'

/**
 * Keeps tokens as plain text in `localStorage` or `sessionStorage`, for dapps that require it. Anything that can read the disk, a
 * backup or the page can read them too.
 *
 * With `sessionStorage` each tab has its own session. A duplicated tab starts signed out while the original is open.
 *
 * @example
 * ```ts
 * import { createAuthClient, tako, webStorage } from '@takokit/core'
 *
 * const auth = createAuthClient({ providers: [tako()], storage: webStorage('session') })
 * ```
 */
export function webStorage(area: 'local' | 'session'): AuthStorage {
  return withFallback({
    name: `web-${area}`,
    async open({ namespace, warn }) {
      const name = `takokit:${namespace}`
      if (area === 'session') {
        const rows = areaRows(there(sessionStorage), name, warn)
        return createStore({ rows, box: plainBox, shared: false, clonedWithTab: true, warn })
      }
      const box = areaBox(there(localStorage), name, randomId)
      const store = createStore({ rows: await idbRows(name), box, shared: true, warn })
      return {
        ...store,
        async update(key, change, tokens) {
          let ended: string | undefined
          const isWritten = await store.update(
            key,
            (rows) => {
              const next = change(rows)
              ended = next?.record?.status === 'signedOut' ? next.record.sid : undefined
              return next
            },
            tokens,
          )
          if (isWritten && ended !== undefined) box.clear({ key, sid: ended })
          return isWritten
        },
      }
    },
  })
}

/** An app's web view may have storage switched off: the area is then `null`. */
function there(area: Storage | null): Storage {
  if (!area) throw new TypeError('no web storage')
  return area
}
