import { readPairs } from '../cookies/readPairs.ts'
import { sessionCookie } from '../cookies/sessionCookie.ts'
import { finishResponse } from '../http/finishResponse.ts'
import { readBody } from '../http/readBody.ts'
import type { RelayAnswer } from '../http/RelayAnswer.ts'
import { refuseEnded } from '../http/refuseEnded.ts'
import { tokenBody } from '../http/requestBodies.ts'
import { checkRateLimit } from '../http/checkRateLimit.ts'
import { tokenResponse } from '../http/tokenResponse.ts'
import type { RelayEngine } from '../RelayEngine.ts'
import { handleOf } from '../session/handleOf.ts'
import { isSameAccount } from '../session/isSameAccount.ts'
import { loadSession } from '../session/loadSession.ts'
import { readWrittenRow } from '../session/rows.ts'
import { deliverTokens } from './deliverTokens.ts'
import type { RouteParameters } from './RouteParameters.ts'

/**
 * Returns the access token: the current one while it is valid, without an upstream request. A page gets a newer one only if
 * it names the current generation, because that token is due or was refused.
 */
export async function token(
  engine: RelayEngine,
  parameters: RouteParameters,
): Promise<RelayAnswer> {
  const { provider, request, trace } = parameters
  const { account, known, probe } = await readBody(engine, parameters, tokenBody)
  let counting: Promise<void> | undefined
  const loaded = await loadSession(engine, provider, request, (from, sid) => {
    // Counted beside the reading, so that both take one way to the store. Who is not signed in gets no other answer for it.
    counting = checkRateLimit(engine, 'session', [sid])
    counting.catch(() => {})
    return readWrittenRow(from, sid)
  })
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
  const { session } = loaded.held
  if (!isSameAccount(account, session.account)) throw refuseEnded('signed-out')
  await counting

  const wantsNewer = known === handleOf(session)
  const { cookies, session: delivered } = await deliverTokens(engine, {
    provider,
    request,
    trace,
    loaded,
    wantsNewer,
  })
  return tokenResponse(engine, trace, delivered, cookies)
}
