import type { RowTable } from './RowTable.ts'

/** Rows in a `Storage` that only this tab writes, as one JSON item. Nothing is awaited between reading and writing. */
export function areaRows(area: Storage, name: string, warn: (message: string) => void): RowTable {
  let isWarned = false

  function load(): Map<string, unknown> {
    try {
      return new Map(JSON.parse(area.getItem(name) ?? '[]') as [string, unknown][])
    } catch {
      // Not JSON, or not a list of pairs: written by other code.
      if (!isWarned) warn(`What is stored as "${name}" cannot be read, and counts as nothing.`)
      isWarned = true
      return new Map()
    }
  }

  return {
    async get(keys) {
      const rows = load()
      return keys.map((key) => rows.get(key))
    },
    entries: async () => [...load()],
    async transact(keys, change) {
      const rows = load()
      const writes = change(keys.map((key) => rows.get(key)))
      if (!writes) return false
      for (const [key, value] of writes) {
        if (value === undefined) rows.delete(key)
        else rows.set(key, value)
      }
      area.setItem(name, JSON.stringify([...rows]))
      return true
    },
    close() {},
  }
}
