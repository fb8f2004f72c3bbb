import type { RelayEngine, Trace } from '../RelayEngine.ts'
import { type ReadRow, writeRow } from './rows.ts'

/**
 * Notes that the browser has shown the newest generation of its session, so that the successor need not be kept any longer
 * than late requests take. A browser that never shows it, such as one whose tab was closed meanwhile, finds it there.
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
  // A wait is counted from the writing of its row.
  if (row.attempt || row.restMs || row.failures > 0 || row.refusals > 0) return
  // Where another request was first, it notes the same or something newer.
  trace.waitUntil(writeRow(engine, sid, rev, { ...row, seen: true }))
}
