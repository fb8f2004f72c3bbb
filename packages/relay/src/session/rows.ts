import type { RelayEngine } from '../RelayEngine.ts'
import type { SessionRow } from '../types/SessionRow.ts'
import { createRev } from './createRev.ts'
import { RelayRefusal } from '../types/RelayRefusal.ts'
import { parseRow } from './parseRow.ts'
import type { ReadRow } from './ReadRow.ts'

export const rowKey = (sid: string) => `session:${sid}`

export async function readRow(
  { store }: Pick<RelayEngine, 'store'>,
  sid: string,
): Promise<ReadRow> {
  const stored = await store.read(rowKey(sid))
  const row = stored && parseRow(stored.value)
  const isUnreadable = row === 'unreadable'
  return {
    row: isUnreadable ? undefined : row,
    rev: stored?.rev,
    ageMs: stored?.ageMs ?? 0,
    isUnreadable,
  }
}

export type ReadSessionRow = (
  engine: Pick<RelayEngine, 'store' | 'pendingWrites'>,
  sid: string,
) => Promise<ReadRow>

/** Reads a row after its pending changes are written. */
export const readWrittenRow: ReadSessionRow = async (engine, sid) => {
  await engine.pendingWrites.flush(sid)
  return readRow(engine, sid)
}

/** Reads a row as it will be once its pending changes are written, and writes none. */
export const readSettledRow: ReadSessionRow = async (engine, sid) => {
  const read = await readRow(engine, sid)
  const row = engine.pendingWrites.preview(sid, read)
  return row === read.row ? read : { ...read, row, isUnreadable: false }
}

/** Writes a row by compare-and-set. Returns its new `rev`, or `undefined` if another process was first. */
export async function writeRow(
  { store, now, timing }: Pick<RelayEngine, 'store' | 'now' | 'timing'>,
  sid: string,
  expected: string | undefined,
  row: SessionRow,
): Promise<string | undefined> {
  const rev = createRev()
  const isAtRest = !row.attempt && !row.ended && row.failures === 0 && row.refusals === 0
  // The browser has shown this generation: only requests sent before it arrived still need the row.
  const isForLate = isAtRest && row.seen && !row.stays
  const ttlMs = isForLate ? timing.successorMs : Math.max(row.untilAt - now(), 60_000)
  const isWritten = await store.write(rowKey(sid), {
    expected,
    rev,
    value: toStored(row),
    ttlMs,
  })
  return isWritten ? rev : undefined
}

/** Of a session that is over only the end is kept: there are as many of these as sign-outs in `sessionMs`. */
function toStored(row: SessionRow): string {
  const { v, gen, ended } = row
  return JSON.stringify(ended ? { v, gen, ended } : row)
}

/** More than any number of replicas needs for one row: the store does not keep what is written. */
const maxWrites = 64

/**
 * Reads, changes and writes until nobody else was in between; whether `change` agreed to a writing.
 *
 * @throws if the row cannot be replaced.
 */
export async function changeRow(
  engine: Pick<RelayEngine, 'store' | 'now' | 'timing'>,
  sid: string,
  change: (row: SessionRow | undefined, isUnreadable: boolean) => SessionRow | undefined,
): Promise<boolean> {
  for (let writes = 0; writes < maxWrites; writes++) {
    const { row, rev, isUnreadable } = await readRow(engine, sid)
    const next = change(row, isUnreadable)
    if (!next) return false
    if (await writeRow(engine, sid, rev, next)) return true
  }
  throw new RelayRefusal(
    503,
    'relay/store-unavailable',
    'What is stored of the session cannot be replaced for the moment.',
    { retryAfterMs: engine.timing.storeWaitMs },
  )
}
