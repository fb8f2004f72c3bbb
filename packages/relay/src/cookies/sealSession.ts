import { safeParse } from 'valibot'
import type { RelayEngine } from '../RelayEngine.ts'
import type { RelaySession } from '../types/RelaySession.ts'
import { sealedSession } from './sealedSession.ts'

type Engine = Pick<RelayEngine, 'sealer' | 'sealUse'>

/** Seals a session with its tokens for its cookie. The cookie names its session itself. */
export function sealForCookie(
  { sealer, sealUse }: Engine,
  provider: string,
  session: RelaySession,
): Promise<string> {
  return sealer.seal(sealUse('cookie', provider), toWire(session))
}

/** Seals a session with its tokens for its row in the store. */
export function sealForRow(
  { sealer, sealUse }: Engine,
  provider: string,
  session: RelaySession,
): Promise<string> {
  return sealer.seal(sealUse('row', provider, session.sid), toWire(session))
}

/** Opens what {@link sealForRow} sealed for this session's row; `undefined` for anything else. */
export async function openRow(
  { sealer, sealUse }: Engine,
  provider: string,
  { sid, sealed }: { sid: string; sealed: string },
): Promise<RelaySession | undefined> {
  const session = readSession(await sealer.open(sealUse('row', provider, sid), sealed))
  return session?.sid === sid ? session : undefined
}

/** Seals a session that waits for the page which signed in to come back. */
export function sealForSignIn(
  { sealer, sealUse }: Engine,
  provider: string,
  { signIn, session }: { signIn: string; session: RelaySession },
): Promise<string> {
  return sealer.seal(sealUse('begun', provider, signIn), toWire(session))
}

/** Opens what {@link sealForSignIn} sealed for this sign-in; `undefined` for anything else. */
export async function openForSignIn(
  { sealer, sealUse }: Engine,
  provider: string,
  { signIn, sealed }: { signIn: string; sealed: string },
): Promise<RelaySession | undefined> {
  return readSession(await sealer.open(sealUse('begun', provider, signIn), sealed))
}

function toWire(session: RelaySession): object {
  return {
    sid: session.sid,
    gen: session.gen,
    acc: session.account,
    sub: session.subject,
    st: session.startedAt,
    at: session.requestedAt,
    life: session.lifetimeMs,
    end: session.untilAt,
    a: session.accessToken,
    r: session.refreshToken,
  }
}

/** The session in an opened value; `undefined` for anything else. */
export function readSession(opened: unknown): RelaySession | undefined {
  const result = safeParse(sealedSession, opened)
  if (!result.success) return undefined
  const { sid, gen, acc, sub, st, at, life, end, a, r } = result.output
  return {
    sid,
    gen,
    account: acc,
    subject: sub,
    startedAt: st,
    requestedAt: at,
    lifetimeMs: life,
    untilAt: end,
    accessToken: a,
    refreshToken: r,
  }
}
