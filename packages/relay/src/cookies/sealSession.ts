import { safeParse } from 'valibot'
import type { RelaySession } from '../types/RelaySession.ts'
import type { Sealer } from './createSealer.ts'
import { sealedSession } from './sealedSession.ts'

/** What the session's own cookie and row are sealed for, and the cookie that only names it. */
export const useOf = (provider: string) => `session:${provider}`

/** Seals a session with its tokens, for the cookie or for the store. */
export function sealSession(
  sealer: Sealer,
  provider: string,
  session: RelaySession,
): Promise<string> {
  return sealer.seal(useOf(provider), {
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
  })
}

/** Opens what {@link sealSession} sealed; `undefined` for all else. */
export async function openSession(
  sealer: Sealer,
  provider: string,
  sealed: string,
): Promise<RelaySession | undefined> {
  return readSession(await sealer.open(useOf(provider), sealed))
}

/** The session in what was opened; `undefined` for all else. */
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
