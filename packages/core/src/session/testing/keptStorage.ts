import { createStore } from '../../storage/createStore.ts'
import { mapRows } from '../../storage/mapRows.ts'
import { plainBox } from '../../storage/plainBox.ts'
import type { AuthStorage } from '../../types/SessionStore.ts'

/** A storage whose rows outlast the page, as a browser's do: a client that is created later reads what an earlier one wrote. */
export function keptStorage(rows: Map<string, unknown> = new Map()): AuthStorage {
  return {
    name: 'kept',
    open: async ({ warn }) =>
      createStore({ rows: mapRows(rows), box: plainBox, shared: true, warn }),
  }
}
