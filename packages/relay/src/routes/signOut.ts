import { clearCookies } from '../cookies/clearCookies.ts'
import { finishResponse } from '../http/finishResponse.ts'
import { readBody } from '../http/readBody.ts'
import { RelayRefusal } from '../http/RelayRefusal.ts'
import { signOutBody } from '../http/requestBodies.ts'
import type { RelayEngine } from '../RelayEngine.ts'
import { endSession } from '../session/endSession.ts'
import { isSameAccount } from '../session/isSameAccount.ts'
import { loadSession } from '../session/loadSession.ts'
import type { RouteParameters } from './RouteParameters.ts'

/** Signs out. Done again, or with nobody signed in, it says the same. */
export async function signOut(engine: RelayEngine, parameters: RouteParameters): Promise<Response> {
  const { provider, request, trace } = parameters
  const { account } = await readBody(engine, request, signOutBody)
  const cookies = clearCookies(provider.name, request.headers.get('cookie'))
  const done = (isCleared: boolean) =>
    finishResponse(
      { status: 'signedOut' },
      { status: 200, requestId: trace.requestId, cookies: isCleared ? cookies : [] },
    )
  try {
    const loaded = await loadSession(engine, provider, request)
    if (loaded.type !== 'held') return done(true)
    const { held } = loaded
    // Meanwhile another account is signed in here: nobody asked for that one to go.
    if (!isSameAccount(account, held.session.account)) return done(false)
    const revoke = await endSession(engine, { provider, held, trace })
    await revoke()
    return done(true)
  } catch (error) {
    if (!(error instanceof RelayRefusal)) throw error
    // The store is gone, and cannot note it yet: at least this browser forgets the session, as was asked.
    throw new RelayRefusal(error.status, error.code, error.message, { ...error.options, cookies })
  }
}
