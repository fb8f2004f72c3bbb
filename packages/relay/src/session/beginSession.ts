import type { TokenProvider, TokenSet } from '@takokit/core'
import { sealForRow } from '../cookies/sealSession.ts'
import type { RelayEngine, Trace } from '../RelayEngine.ts'
import type { RelaySession } from '../types/RelaySession.ts'
import type { RequestHead } from '../types/RequestHead.ts'
import { createId } from './createId.ts'
import { endSession } from './endSession.ts'
import { freshRow } from './freshRow.ts'
import type { OpenedSession } from './OpenedSession.ts'
import { openCookie } from './openCookie.ts'
import { rememberUntil } from './rememberUntil.ts'
import { sessionCookies } from './sessionCookies.ts'
import { writeRow } from './rows.ts'
import { staysInStore } from './staysInStore.ts'
import { noteChange } from './noteChange.ts'

export interface BeginParameters {
  provider: TokenProvider
  account: string
  /** Default: a new one. */
  sid?: string | undefined
  tokens: TokenSet
  requestedAt: number
  request: RequestHead
  trace: Trace
}

/** Begins a session with these tokens, and ends the browser's previous one. */
export async function beginSession(
  engine: RelayEngine,
  parameters: BeginParameters,
): Promise<{ held: OpenedSession; cookies: string[] }> {
  const { provider, account, tokens, requestedAt, request, trace } = parameters
  const { name } = provider
  const startedAt = engine.now()
  const session: RelaySession = {
    sid: parameters.sid ?? createId(),
    gen: 1,
    account,
    subject: tokens.subject,
    startedAt,
    requestedAt,
    lifetimeMs: tokens.lifetimeMs,
    untilAt: rememberUntil(engine, { refreshExpiresAt: tokens.refreshExpiresAt, startedAt }),
    accessToken: tokens.accessToken,
    refreshToken: tokens.refreshToken,
  }
  const { sid, gen, untilAt } = session
  const sealed = await sealForRow(engine, name, session)
  const held = { session, sealed }
  if (staysInStore(engine, name, sealed))
    await writeRow(engine, sid, undefined, freshRow({ gen, sealed, untilAt, stays: true }))
  const cookies = await sessionCookies(engine, name, { session, request })
  // If the store is gone, the previous session's end is a pending write. The new tokens must not be lost for that.
  await endBefore(engine, parameters).catch(() => {})
  noteChange(engine, 'started', { provider, trace })
  return { held, cookies }
}

/** The new cookie replaces the previous session's. A copy of that cookie must become invalid. */
async function endBefore(
  engine: RelayEngine,
  { provider, request, trace }: BeginParameters,
): Promise<void> {
  const ticket = await openCookie(engine, provider.name, request)
  if (!ticket) return
  const revoke = await endSession(engine, { provider, ticket, trace })
  trace.waitUntil(revoke())
}
