import type { TokenProvider } from '@takokit/core'
import { openRow } from '../cookies/sealSession.ts'
import type { RelayEngine } from '../RelayEngine.ts'
import type { EndReason } from '../types/SessionRow.ts'
import type { RequestHead } from '../types/RequestHead.ts'
import { endOf } from './endOf.ts'
import type { OpenedSession } from './OpenedSession.ts'
import { openCookie } from './openCookie.ts'
import { refuseUnreadable } from './refuseUnreadable.ts'
import type { ReadRow } from './ReadRow.ts'
import { type ReadSessionRow, readWrittenRow } from './rows.ts'

/** What a request's cookie refers to. */
export type Loaded =
  | { type: 'none' }
  | { type: 'ended'; reason: EndReason }
  /** `cookieGen` is the browser's generation; the session may be newer. `read` is the store's row. */
  | { type: 'held'; held: OpenedSession; cookieGen: number; read: ReadRow }

/** Opens the session's cookie, and returns its newest known generation. */
export async function loadSession(
  engine: RelayEngine,
  { name }: TokenProvider,
  request: RequestHead,
  readSession: ReadSessionRow = readWrittenRow,
): Promise<Loaded> {
  const ticket = await openCookie(engine, name, request)
  if (!ticket) return { type: 'none' }
  const { sid, gen: cookieGen, held } = ticket
  const read = await readSession(engine, sid)
  if (read.isUnreadable) throw refuseUnreadable(engine, name)
  const { row } = read
  const reason = endOf(row, cookieGen)
  if (reason) return { type: 'ended', reason }
  if (held && !(row?.sealed && row.gen > cookieGen)) return { type: 'held', held, cookieGen, read }
  if (!row?.sealed) return { type: 'none' }
  const session = await openRow(engine, name, { sid, sealed: row.sealed })
  if (!session) {
    if (held) return { type: 'held', held, cookieGen, read }
    // Damaged, or sealed by a newer version: it says nothing about the session.
    throw refuseUnreadable(engine, name)
  }
  return { type: 'held', held: { session, sealed: row.sealed }, cookieGen, read }
}
