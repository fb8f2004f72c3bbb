import type { AuthStorage } from '../types/SessionStore.ts'
import { createReader } from './createReader.ts'
import { idbRows } from './idbRows.ts'
import { keyStore } from './openDatabase.ts'
import type { TokenBox } from './TokenBox.ts'
import { withFallback } from './withFallback.ts'

/**
 * Keeps sessions in IndexedDB, encrypted with a key that no script can export: they survive a reload, all tabs share them, and no
 * token is ever plain text on disk. The default.
 *
 * Uses memory, with one warning, where the browser does not allow that: on plain http (`localhost` excepted), which has no
 * WebCrypto, and where site data is blocked. If IndexedDB fails only temporarily, it uses memory until the database opens.
 *
 * It does not protect tokens from code that runs in the page: nothing in a browser does (RFC 10017).
 *
 * @example
 * ```ts
 * import { createAuthClient, tako, vaultStorage } from '@takokit/core'
 *
 * const auth = createAuthClient({ providers: [tako()], storage: vaultStorage() })
 * ```
 */
export function vaultStorage(): AuthStorage {
  return withFallback({
    name: 'vault',
    async open({ namespace, warn }) {
      // Absent on insecure origins.
      if (!crypto.subtle) throw new TypeError('No crypto.subtle')
      const name = `takokit:${namespace}`
      let cipher: TokenBox | undefined
      // Loaded with the first session.
      const load = async () =>
        (cipher ??= (await import('./cipherBox.ts')).cipherBox(rows.within, keyStore))
      const rows = await idbRows(name, () => {
        // The key may be lost with the database.
        cipher = undefined
      })
      const box: TokenBox = {
        seal: async (tokens, seal) => (await load()).seal(tokens, seal),
        open: async (sealed, seal) => (await load()).open(sealed, seal),
      }
      const { readRow, ...reader } = createReader({ rows, box, warn })
      // Loaded with the session code.
      const loadWriter = async () =>
        (await import('./createWriter.ts')).createWriter({ rows, box }, { readRow })
      return {
        shared: true,
        ...reader,
        update: async (...change) => (await loadWriter()).update(...change),
        updateBudget: async (...change) => (await loadWriter()).updateBudget(...change),
        prepare: async () => {
          await Promise.all([load().then((box) => box.prepare?.()), loadWriter()])
        },
        close: rows.close,
      }
    },
  })
}
