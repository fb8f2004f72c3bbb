import { clearCookies } from '../cookies/clearCookies.ts'
import { finishResponse } from '../http/finishResponse.ts'
import { readBody } from '../http/readBody.ts'
import { RelayRefusal } from '../http/RelayRefusal.ts'
import { signOutBody } from '../http/requestBodies.ts'
import type { RelayEngine } from '../RelayEngine.ts'
import { endSession } from '../session/endSession.ts'
import { isSameAccount } from '../session/isSameAccount.ts'
import { openTicket } from '../session/openTicket.ts'
import type { RouteParameters } from './RouteParameters.ts'

/** Signs out. Done again, or with nobody signed in, it says the same. */
export async function signOut(engine: RelayEngine, parameters: RouteParameters): Promise<Response> {
  const { provider, request, trace } = parameters
  const { account } = await readBody(engine, request, signOutBody)
  const ticket = await openTicket(engine, provider.name, request)
  // Meanwhile another account is signed in here: nobody asked for that one to go.
  const isOther = ticket !== undefined && !isSameAccount(account, ticket.account)
  const cookies = isOther ? [] : clearCookies(provider.name, request.headers.get('cookie'))
  if (ticket && !isOther) {
    try {
      const revoke = await endSession(engine, { provider, ticket, trace })
      await revoke()
    } catch (error) {
      if (!(error instanceof RelayRefusal)) throw error
      // The store is gone, and cannot note it yet: at least this browser forgets the session, as was asked.
      const { status, code, message, options } = error
      throw new RelayRefusal(status, code, message, { ...options, cookies })
    }
  }
  const answer = { status: 200, requestId: trace.requestId, cookies }
  return finishResponse({ status: 'signedOut' }, answer)
}
