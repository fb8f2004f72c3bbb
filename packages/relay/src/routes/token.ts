import { clearCookies } from '../cookies/clearCookies.ts'
import { readPairs } from '../cookies/readPairs.ts'
import { sessionCookie } from '../cookies/sessionCookie.ts'
import { finishResponse } from '../http/finishResponse.ts'
import { readBody } from '../http/readBody.ts'
import { refuseEnded } from '../http/refuseEnded.ts'
import { refuseOutcome } from '../http/refuseOutcome.ts'
import { tokenBody } from '../http/requestBodies.ts'
import { checkRateLimit } from '../http/checkRateLimit.ts'
import { tokenResponse } from '../http/tokenResponse.ts'
import type { RelayEngine } from '../RelayEngine.ts'
import { extendSession } from '../session/extendSession.ts'
import { handleOf } from '../session/handleOf.ts'
import type { OpenedSession } from '../session/OpenedSession.ts'
import { isSameAccount } from '../session/isSameAccount.ts'
import { isFresh, leftMs } from '../session/lifetime.ts'
import { loadSession } from '../session/loadSession.ts'
import { noteSeen } from '../session/noteSeen.ts'
import { renewInTime } from '../session/renewInTime.ts'
import { sessionCookies } from '../session/sessionCookies.ts'
import type { RouteParameters } from './RouteParameters.ts'

/**
 * Returns the access token: the current one while it is valid, without an upstream request. A page gets a newer one only if
 * it names the current generation, because that token is due or was refused.
 */
export async function token(engine: RelayEngine, parameters: RouteParameters): Promise<Response> {
  const { provider, request, trace } = parameters
  const { account, known, probe } = await readBody(engine, request, tokenBody)
  const loaded = await loadSession(engine, provider, request)
  if (loaded.type !== 'held') {
    const reason = loaded.type === 'ended' ? loaded.reason : 'signed-out'
    // The cookie is left alone: by now the browser may have that of a newer session.
    const { header, name } = sessionCookie(engine, provider.name, request)
    // Said to a page that believes in a session.
    const isExpected = probe || account !== '' || known !== undefined
    const hasCookie = isExpected && readPairs(header, name).length === 0 ? false : undefined
    if (!probe || reason !== 'signed-out') throw refuseEnded(reason, { hasCookie })
    // A page that only asks whether somebody is signed in gets an answer, not an error in its console.
    const nobody = { code: 'session/signed-out', title: 'Nobody is signed in here.', hasCookie }
    return finishResponse(nobody, { status: 200, requestId: trace.requestId })
  }
  const { held, cookieGen, read } = loaded
  const { session } = held
  if (!isSameAccount(account, session.account)) throw refuseEnded('signed-out')
  await checkRateLimit(engine, 'session', [session.sid])

  const wantsNewer = known === handleOf(session)
  if (!wantsNewer && isFresh(session, engine)) return answer(held)
  const renewal = await renewInTime(engine, { provider, held, trace, read })
  switch (renewal.type) {
    case 'renewed':
      return answer(renewal.held)
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
      if (!wantsNewer && leftMs(session, engine) > 0) return answer(held)
      const type = error.code === 'provider/throttled' ? 'throttled' : 'transient'
      throw refuseOutcome({ type, error, retryAfterMs })
    }
    default:
      return renewal satisfies never
  }

  async function answer(given: OpenedSession): Promise<Response> {
    const isNewHere = given.session.gen !== cookieGen
    if (!isNewHere) noteSeen(engine, { session: given.session, read, trace })
    const extended = isNewHere ? undefined : await extendSession(engine, provider.name, given, read)
    const cookies =
      isNewHere || extended
        ? await sessionCookies(engine, provider.name, {
            session: extended ?? given.session,
            request,
          })
        : []
    return tokenResponse(engine, trace, given.session, cookies)
  }
}
