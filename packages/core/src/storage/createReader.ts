import type { SessionRows, SessionStore, StoredSession } from '../types/SessionStore.ts'
import { parseRecord, parseTombstone } from './parseRecord.ts'
import type { RowTable } from './RowTable.ts'
import type { TokenBox } from './TokenBox.ts'

export interface ReaderParameters {
  rows: RowTable
  box: TokenBox
  warn: (message: string) => void
}

export interface StoreReader extends Pick<SessionStore, 'read' | 'list'> {
  /** Parses the values at `s:` and `t:` of a session. */
  readRow: (key: string, values: unknown[]) => SessionRows & { sealed: unknown }
}

/** The half of a store that a page needs at start. A session's record and its tokens are one row, the tombstone another. */
export function createReader({ rows, box, warn }: ReaderParameters): StoreReader {
  const warned = new Set<string>()

  const readRow: StoreReader['readRow'] = (key, [row, stone]) => {
    const members = Object(row) as { record?: unknown; sealed?: unknown }
    const record = parseRecord(members.record)
    if (row !== undefined && !record && !warned.has(key)) {
      warned.add(key)
      warn(`What is stored as "${key}" is of another version, and was set aside.`)
    }
    return {
      record,
      tombstone: parseTombstone(stone),
      sealed: record && members.sealed,
    }
  }

  async function open(key: string, values: unknown[]): Promise<StoredSession> {
    const { record, tombstone, sealed } = readRow(key, values)
    const tokens =
      record && sealed !== undefined ? await box.open(sealed, { ...record, key }) : undefined
    return { record, tombstone, tokens }
  }

  return {
    readRow,
    read: async (key) => open(key, await rows.get([`s:${key}`, `t:${key}`])),
    async list() {
      const entries = new Map(await rows.entries())
      const keys = [...entries.keys()].filter((key) => key.startsWith('s:'))
      return Promise.all(
        keys.map((key) => open(key.slice(2), [entries.get(key), entries.get(`t:${key.slice(2)}`)])),
      )
    },
  }
}
