import { safeParse } from 'valibot'
import type { RelayEngine } from '../RelayEngine.ts'
import type { StoredRow } from '../types/RelayStore.ts'
import { type SessionRow, sessionRow } from '../types/SessionRow.ts'
import { createId } from './createId.ts'

/** A session's row as it was read, and what a compare-and-set compares. */
export interface ReadRow {
  row: SessionRow | undefined
  rev: string | undefined
  ageMs: number
}

export const rowKey = (sid: string) => `session:${sid}`

/** Reads a session's row. One that cannot be read counts as none, and is written over. */
export async function readRow(
  { store }: Pick<RelayEngine, 'store'>,
  sid: string,
): Promise<ReadRow> {
  const stored = await store.read(rowKey(sid))
  return { row: stored && parseRow(stored), rev: stored?.rev, ageMs: stored?.ageMs ?? 0 }
}

/** Writes a row by compare-and-set; its new `rev`, or `undefined` where another process was first. */
export async function writeRow(
  { store, now, timing }: Pick<RelayEngine, 'store' | 'now' | 'timing'>,
  sid: string,
  expected: string | undefined,
  row: SessionRow,
): Promise<string | undefined> {
  const rev = createId()
  const isAtRest = !row.attempt && !row.ended && row.failures === 0 && row.refusals === 0
  // A session at rest is in its cookie, where that has room for it: here lies only what who comes late is given.
  const ttlMs = isAtRest && !row.stays ? timing.successorMs : Math.max(row.untilAt - now(), 60_000)
  const isWritten = await store.write(rowKey(sid), {
    expected,
    rev,
    value: JSON.stringify(row),
    ttlMs,
  })
  return isWritten ? rev : undefined
}

/** Reads, changes and writes until nobody else was in between; whether `change` agreed to a writing. */
export async function changeRow(
  engine: Pick<RelayEngine, 'store' | 'now' | 'timing'>,
  sid: string,
  change: (row: SessionRow | undefined) => SessionRow | undefined,
): Promise<boolean> {
  for (;;) {
    const { row, rev } = await readRow(engine, sid)
    const next = change(row)
    if (!next) return false
    if (await writeRow(engine, sid, rev, next)) return true
  }
}

function parseRow({ value }: StoredRow): SessionRow | undefined {
  try {
    const result = safeParse(sessionRow, JSON.parse(value))
    return result.success ? result.output : undefined
  } catch {
    return undefined
  }
}
