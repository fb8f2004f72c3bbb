import { safeParse } from 'valibot'
import { readCookie, readEveryCookie } from '../cookies/readCookie.ts'
import { sealedTicket } from '../cookies/sealedSession.ts'
import { readSession } from '../cookies/sealSession.ts'
import { sessionCookie } from '../cookies/sessionCookie.ts'
import type { RelayEngine } from '../RelayEngine.ts'
import type { OpenedSession } from './OpenedSession.ts'

/** What a cookie says by itself, before the store is asked. */
export interface SessionCookie {
  sid: string
  gen: number
  account: string
  untilAt: number
  /** Absent where the store has the tokens. */
  held: OpenedSession | undefined
}

/** Opens the session's cookie; `undefined` where there is none that is ours, or it is too old to be taken. */
export async function openCookie(
  engine: RelayEngine,
  provider: string,
  request: Request,
): Promise<SessionCookie | undefined> {
  const { header, name } = sessionCookie(engine, provider, request)
  const sealed = readCookie(header, name)
  return sealed === undefined ? undefined : open(engine, provider, sealed)
}

/** Opens all that stands under the cookie's name: where it comes twice, a sign-out is from both. */
export async function openEveryCookie(
  engine: RelayEngine,
  provider: string,
  request: Request,
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
  // After this the store may have forgotten that the session was signed out of.
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
