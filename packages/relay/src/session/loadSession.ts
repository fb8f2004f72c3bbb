import type { TokenProvider } from '@takokit/core'
import { safeParse } from 'valibot'
import { cookieName } from '../cookies/cookieName.ts'
import { readCookie } from '../cookies/readCookie.ts'
import { sealedTicket } from '../cookies/sealedSession.ts'
import { openSession } from '../cookies/sealSession.ts'
import type { RelayEngine } from '../RelayEngine.ts'
import type { EndReason } from '../types/SessionRow.ts'
import type { HeldSession } from './HeldSession.ts'
import { readRow } from './rows.ts'

/** What a request's cookie stands for. */
export type Loaded =
  | { type: 'none' }
  | { type: 'ended'; reason: EndReason }
  /** `cookieGen` is what the browser has; the session may be newer. */
  | { type: 'held'; held: HeldSession; cookieGen: number }

/** Opens the session's cookie, and answers with the newest generation that is known of it. */
export async function loadSession(
  engine: RelayEngine,
  provider: TokenProvider,
  request: Request,
): Promise<Loaded> {
  const { name } = provider
  const sealed = readCookie(request.headers.get('cookie'), cookieName(name))
  if (sealed === undefined) return { type: 'none' }
  const ticket = await openTicket(engine, name, sealed)
  // After this the store may have forgotten that the session was signed out of.
  if (!ticket || ticket.untilAt <= engine.now()) return { type: 'none' }
  const { sid, gen: cookieGen, held } = ticket

  await engine.unsaved.flush(sid)
  const { row } = await readRow(engine, sid)
  if (row?.ended) return { type: 'ended', reason: row.ended }
  if (held && !(row?.sealed && row.gen > cookieGen)) return { type: 'held', held, cookieGen }
  if (!row?.sealed) return { type: 'none' }
  const session = await openSession(engine.sealer, name, row.sealed)
  if (!session) return held ? { type: 'held', held, cookieGen } : { type: 'none' }
  return { type: 'held', held: { session, sealed: row.sealed }, cookieGen }
}

async function openTicket({ sealer, tokensIn }: RelayEngine, provider: string, sealed: string) {
  if (tokensIn === 'cookie') {
    const session = await openSession(sealer, provider, sealed)
    return session && { ...session, held: { session, sealed } }
  }
  const result = safeParse(sealedTicket, await sealer.open(`ticket:${provider}`, sealed))
  if (!result.success) return undefined
  const { sid, gen, end } = result.output
  return { sid, gen, untilAt: end, held: undefined }
}
