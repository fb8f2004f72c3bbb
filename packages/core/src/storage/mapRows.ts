import type { RowTable } from './RowTable.ts'

/** Rows in the memory of this page. */
export function mapRows(rows: Map<string, unknown> = new Map()): RowTable {
  return {
    get: async (keys) => keys.map((key) => rows.get(key)),
    entries: async () => [...rows],
    async transact(keys, change) {
      const writes = change(keys.map((key) => rows.get(key)))
      for (const [key, value] of writes ?? []) {
        if (value === undefined) rows.delete(key)
        else rows.set(key, value)
      }
      return writes !== undefined
    },
    close() {},
  }
}
