import type { BudgetRow, SessionRows, SessionStore } from '../types/SessionStore.ts'
import type { TokenSet } from '../types/TokenSet.ts'
import type { StoreReader } from './createReader.ts'
import type { RowTable } from './RowTable.ts'
import type { TokenBox } from './TokenBox.ts'

/** The half of a store that a page needs once there is a session. */
export function createWriter(
  { rows, box }: { rows: RowTable; box: TokenBox },
  { readRow }: Pick<StoreReader, 'readRow'>,
): Pick<SessionStore, 'update' | 'updateBudget'> {
  /**
   * Seals tokens for the generation that the change would write. A first read finds that generation, because sealing cannot
   * happen within the transaction.
   */
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
    update,
    async updateBudget(provider, change) {
      const key = `b:${provider}`
      await rows.transact([key], ([row]) => new Map([[key, change(parseBudget(row))]]))
    },
  }
}

function parseBudget(row: unknown): BudgetRow {
  const {
    sentAt: stored,
    pausedAt,
    pausedUntil,
    answeredAt,
  } = Object(row) as Record<string, unknown>
  if (!Array.isArray(stored)) return { v: 1, sentAt: [] }
  const sentAt = stored.filter((at): at is number => typeof at === 'number')
  const toNumber = (value: unknown) => (typeof value === 'number' ? value : undefined)
  return {
    v: 1,
    sentAt,
    pausedAt: toNumber(pausedAt),
    pausedUntil: toNumber(pausedUntil),
    answeredAt: toNumber(answeredAt),
  }
}
