import type { Revoked } from '@takokit/core'
import { clearCookies } from '../cookies/clearCookies.ts'
import { sessionCookie } from '../cookies/sessionCookie.ts'
import { finishResponse } from '../http/finishResponse.ts'
import { readBody } from '../http/readBody.ts'
import type { RelayAnswer } from '../http/RelayAnswer.ts'
import { RelayRefusal } from '../types/RelayRefusal.ts'
import { signOutBody } from '../http/requestBodies.ts'
import type { RelayEngine } from '../RelayEngine.ts'
import { answerInTime } from '../session/answerInTime.ts'
import { endSession } from '../session/endSession.ts'
import { isSameAccount } from '../session/isSameAccount.ts'
import { openEveryCookie } from '../session/openCookie.ts'
import type { RouteParameters } from './RouteParameters.ts'

/** Signs out. A repeated sign-out, or one without a session, gets the same response. */
export async function signOut(
  engine: RelayEngine,
  parameters: RouteParameters,
): Promise<RelayAnswer> {
  const { provider, request, trace } = parameters
  const { account } = await readBody(engine, parameters, signOutBody)
  const cookies = clearCookies(sessionCookie(engine, provider.name, request))
  let revoked: Revoked = provider.revoke ? false : 'unsupported'
  const finish = (taken: readonly string[]) =>
    finishResponse(
      { status: 'signedOut', revoked },
      { status: 200, requestId: trace.requestId, cookies: taken },
    )
  try {
    const tickets = await openEveryCookie(engine, provider.name, request)
    const own = tickets.filter((ticket) => isSameAccount(account, ticket.account))
    // Another account has signed in here meanwhile. The request was not about that one.
    if (tickets.length > 0 && own.length === 0) return finish([])
    for (const ticket of own) {
      const revoke = await endSession(engine, { provider, ticket, trace })
      const revoking = revoke()
      // Continues if the provider is slow; the session is over here in any case.
      trace.waitUntil(revoking)
      const isRevoked = await answerInTime<Revoked>(engine, revoking, () => false)
      revoked = isRevoked === true ? true : revoked
    }
    return finish(cookies)
  } catch (error) {
    if (!(error instanceof RelayRefusal)) throw error
    // The sign-out cannot be stored now, but this browser forgets its session, as requested.
    const { status, code, message, options } = error
    throw new RelayRefusal(status, code, message, { ...options, cookies })
  }
}
