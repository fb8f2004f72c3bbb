import { clearCookies } from '../cookies/clearCookies.ts'
import { sessionCookie } from '../cookies/sessionCookie.ts'
import { finishResponse } from '../http/finishResponse.ts'
import { readBody } from '../http/readBody.ts'
import { RelayRefusal } from '../types/RelayRefusal.ts'
import { signOutBody } from '../http/requestBodies.ts'
import type { RelayEngine } from '../RelayEngine.ts'
import { answerInTime } from '../session/answerInTime.ts'
import { endSession } from '../session/endSession.ts'
import { isSameAccount } from '../session/isSameAccount.ts'
import type { Revoked } from '../session/Revoked.ts'
import { openEveryCookie } from '../session/openCookie.ts'
import type { RouteParameters } from './RouteParameters.ts'

/** Signs out. Done again, or with nobody signed in, it says the same. */
export async function signOut(engine: RelayEngine, parameters: RouteParameters): Promise<Response> {
  const { provider, request, trace } = parameters
  const { account } = await readBody(engine, request, signOutBody)
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
    // Meanwhile another account is signed in here: nobody asked for that one to go.
    if (tickets.length > 0 && own.length === 0) return finish([])
    for (const ticket of own) {
      const revoke = await endSession(engine, { provider, ticket, trace })
      const revoking = revoke()
      // It goes on where the provider takes its time; the session is over here in any case.
      trace.waitUntil(revoking)
      const isRevoked = await answerInTime<Revoked>(engine, revoking, () => false)
      revoked = isRevoked === true ? true : revoked
    }
    return finish(cookies)
  } catch (error) {
    if (!(error instanceof RelayRefusal)) throw error
    // It cannot be noted now: at least this browser forgets the session, as was asked.
    const { status, code, message, options } = error
    throw new RelayRefusal(status, code, message, { ...options, cookies })
  }
}
