import { safeParse } from 'valibot'
import { readCookie, readEveryCookie } from '../cookies/readCookie.ts'
import { sealedTicket } from '../cookies/sealedSession.ts'
import { readSession } from '../cookies/sealSession.ts'
import { sessionCookie } from '../cookies/sessionCookie.ts'
import type { RelayEngine } from '../RelayEngine.ts'
import type { RequestHead } from '../types/RequestHead.ts'
import type { OpenedSession } from './OpenedSession.ts'

/** What a cookie holds, before the store is read. */
export interface SessionCookie {
  sid: string
  gen: number
  account: string
  untilAt: number
  /** Absent if the tokens are in the store. */
  held: OpenedSession | undefined
}

/** Opens the session's cookie; `undefined` if none is ours, or it is expired. */
export async function openCookie(
  engine: RelayEngine,
  provider: string,
  request: RequestHead,
): Promise<SessionCookie | undefined> {
  const { header, name } = sessionCookie(engine, provider, request)
  const sealed = readCookie(header, name)
  return sealed === undefined ? undefined : open(engine, provider, sealed)
}

/** Opens all cookies of that name: if it occurs twice, a sign-out ends both sessions. */
export async function openEveryCookie(
  engine: RelayEngine,
  provider: string,
  request: RequestHead,
): Promise<SessionCookie[]> {
  const { header, name } = sessionCookie(engine, provider, request)
  const every = readEveryCookie(header, name)
  const opened = await Promise.all(every.map((sealed) => open(engine, provider, sealed)))
  return opened.filter((ticket) => ticket !== undefined)
}

async function open(
  { sealer, sealUse, now }: RelayEngine,
  provider: string,
  sealed: string,
): Promise<SessionCookie | undefined> {
  const ticket = readTicket(await sealer.open(sealUse('cookie', provider), sealed))
  // After this instant, the store may have forgotten a sign-out.
  return ticket && ticket.untilAt > now() ? ticket : undefined
}

function readTicket(opened: unknown): SessionCookie | undefined {
  const session = readSession(opened)
  if (session) {
    const { sid, gen, account, untilAt } = session
    return { sid, gen, account, untilAt, held: { session } }
  }
  const result = safeParse(sealedTicket, opened)
  if (!result.success) return undefined
  const { sid, gen, acc: account, end: untilAt } = result.output
  return { sid, gen, account, untilAt, held: undefined }
}
