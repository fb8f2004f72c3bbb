import type { BudgetRow, SessionRows, SessionStore, StoredSession } from '../types/SessionStore.ts'
import type { TokenSet } from '../types/TokenSet.ts'
import { parseRecord, parseTombstone } from './parseRecord.ts'
import type { RowTable } from './RowTable.ts'
import type { TokenBox } from './TokenBox.ts'

/** Puts a table of rows and a box for tokens together: a record and its tokens in one row, the tombstone in another. */
export function createStore(parameters: {
  rows: RowTable
  box: TokenBox
  shared: boolean
  clonedWithTab?: boolean
  warn: (message: string) => void
}): SessionStore {
  const { rows, box, shared, clonedWithTab, warn } = parameters
  const warned = new Set<string>()

  function readRow(key: string, [row, stone]: unknown[]): SessionRows & { sealed: unknown } {
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

  /** Seals for the generation that the change would write; it is not known before, so a look goes ahead. */
  async function update(
    key: string,
    change: (rows: SessionRows) => SessionRows | undefined,
    tokens?: TokenSet,
  ): Promise<boolean> {
    const keys = [`s:${key}`, `t:${key}`]
    for (;;) {
      const planned = tokens && change(readRow(key, await rows.get(keys)))?.record
      const sealed = tokens && planned && (await box.seal(tokens, { ...planned, key }))
      let isOutdated = false
      let previous: unknown
      const isWritten = await rows.transact(keys, (values) => {
        const current = readRow(key, values)
        const next = change(current)
        if (!next) return undefined
        const { record, tombstone } = next
        isOutdated =
          tokens !== undefined && (planned?.gen !== record?.gen || planned?.sid !== record?.sid)
        if (isOutdated) return undefined
        const kept = tokens ? sealed : current.sealed
        const isKept = record?.status === 'signedIn'
        if (!isKept || kept !== current.sealed) previous = current.sealed
        const writes = new Map<string, unknown>()
        if (values[0] !== undefined && !current.record) writes.set(`x:${key}`, values[0])
        if (record) writes.set(`s:${key}`, isKept ? { record, sealed: kept } : { record })
        if (tombstone !== current.tombstone) writes.set(`t:${key}`, tombstone)
        return writes
      })
      const unused = isWritten ? previous : sealed
      if (unused !== undefined) box.discard?.(unused)
      if (!isOutdated) return isWritten
    }
  }

  return {
    shared,
    clonedWithTab,
    read: async (key) => open(key, await rows.get([`s:${key}`, `t:${key}`])),
    async list() {
      const entries = new Map(await rows.entries())
      const keys = [...entries.keys()].filter((key) => key.startsWith('s:'))
      return Promise.all(
        keys.map((key) => open(key.slice(2), [entries.get(key), entries.get(`t:${key.slice(2)}`)])),
      )
    },
    update,
    async updateBudget(provider, change) {
      const key = `b:${provider}`
      await rows.transact([key], ([row]) => new Map([[key, change(parseBudget(row))]]))
    },
    close: rows.close,
  }
}

function parseBudget(row: unknown): BudgetRow {
  const { sentAt: stored, quietUntil } = Object(row) as { sentAt?: unknown; quietUntil?: unknown }
  if (!Array.isArray(stored)) return { v: 1, sentAt: [] }
  const sentAt = stored.filter((at): at is number => typeof at === 'number')
  return typeof quietUntil === 'number' ? { v: 1, sentAt, quietUntil } : { v: 1, sentAt }
}
