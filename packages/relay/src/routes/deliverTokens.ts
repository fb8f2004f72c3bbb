import type { TokenProvider } from '@takokit/core'
import { clearCookies } from '../cookies/clearCookies.ts'
import { sessionCookie } from '../cookies/sessionCookie.ts'
import { refuseEnded } from '../http/refuseEnded.ts'
import { refuseOutcome } from '../http/refuseOutcome.ts'
import type { RelayEngine, Trace } from '../RelayEngine.ts'
import { extendSession } from '../session/extendSession.ts'
import { isFresh, leftMs } from '../session/lifetime.ts'
import type { Loaded } from '../session/loadSession.ts'
import { noteSeen } from '../session/noteSeen.ts'
import type { OpenedSession } from '../session/OpenedSession.ts'
import { renewInTime } from '../session/renewInTime.ts'
import { sessionCookies } from '../session/sessionCookies.ts'
import type { RelaySession } from '../types/RelaySession.ts'
import type { RequestHead } from '../types/RequestHead.ts'

export interface DeliverParameters {
  provider: TokenProvider
  request: RequestHead
  trace: Trace
  loaded: Loaded & { type: 'held' }
  /** The caller has this generation and needs a later one. */
  wantsNewer: boolean
}

/** The tokens to return, and the `set-cookie` values that the browser needs. */
export interface DeliveredTokens {
  session: RelaySession
  cookies: string[]
}

/**
 * Returns the session's tokens: the current ones while they are valid, else renewed ones.
 *
 * @throws {RelayRefusal} if the session has ended, or could not be renewed now.
 */
export async function deliverTokens(
  engine: RelayEngine,
  { provider, request, trace, loaded, wantsNewer }: DeliverParameters,
): Promise<DeliveredTokens> {
  const { held, cookieGen, read } = loaded
  if (!wantsNewer && isFresh(held.session, engine)) return deliver(held)
  const renewal = await renewInTime(engine, { provider, held, trace, read })
  switch (renewal.type) {
    case 'renewed':
      return deliver(renewal.held)
    case 'ended': {
      const { error, reason } = renewal
      const isOwnEnd = reason !== 'signed-out'
      throw refuseEnded(reason, {
        detail: error?.details,
        correlationId: error?.correlationId,
        cookies: isOwnEnd ? clearCookies(sessionCookie(engine, provider.name, request)) : [],
        cause: error,
      })
    }
    case 'wait': {
      const { error, waitMs: retryAfterMs } = renewal
      if (!wantsNewer && leftMs(held.session, engine) > 0) return deliver(held)
      const type = error.code === 'provider/throttled' ? 'throttled' : 'transient'
      throw refuseOutcome({ type, error, retryAfterMs })
    }
    default:
      return renewal satisfies never
  }

  async function deliver({ session }: OpenedSession): Promise<DeliveredTokens> {
    const isNewHere = session.gen !== cookieGen
    if (!isNewHere) noteSeen(engine, { session, read, trace })
    const extended = isNewHere
      ? undefined
      : await extendSession(engine, provider.name, { session }, read)
    if (!isNewHere && !extended) return { session, cookies: [] }
    const kept = { session: extended ?? session, request }
    return { session, cookies: await sessionCookies(engine, provider.name, kept) }
  }
}
