import type { RelayEngine, Trace } from '../RelayEngine.ts'
import type { ReadRow } from './ReadRow.ts'
import { writeRow } from './rows.ts'

/**
 * Records that the browser has shown the newest generation of its session, so that the successor need not outlive late
 * requests. A browser that never shows it, such as one whose tab was closed meanwhile, finds it there.
 */
export function noteSeen(
  engine: RelayEngine,
  {
    session: { sid, gen },
    read: { row, rev },
    trace,
  }: { session: { sid: string; gen: number }; read: ReadRow; trace: Trace },
): void {
  if (!row?.sealed || row.gen !== gen || row.seen || row.stays) return
  // A wait counts from the write of its row.
  if (row.attempt || row.restMs || row.failures > 0 || row.refusals > 0) return
  // If another request was first, it has written the same or something newer.
  trace.waitUntil(writeRow(engine, sid, rev, { ...row, seen: true }))
}
