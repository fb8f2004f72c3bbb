import { checkSubject } from '@takokit/core'
import { readBody } from '../http/readBody.ts'
import { refuseOutcome } from '../http/refuseOutcome.ts'
import { signInBody } from '../http/requestBodies.ts'
import { takeTurn } from '../http/takeTurn.ts'
import { tokenResponse } from '../http/tokenResponse.ts'
import type { RelayEngine } from '../RelayEngine.ts'
import { beginSession } from '../session/beginSession.ts'
import { keepQuiet, quietLeftMs } from '../session/quiet.ts'
import { callUpstream } from '../upstream/callUpstream.ts'
import type { RouteParameters } from './RouteParameters.ts'

/** How long to wait after a 429 that does not say. */
const throttleMs = 60_000

/** Exchanges a signature for tokens: the page is given the access token, the rest stays here. */
export async function signIn(
  engine: RelayEngine,
  { provider, request, trace, address }: RouteParameters,
): Promise<Response> {
  const signed = await readBody(engine, request, signInBody)
  await takeTurn(engine, 'signIn', address)
  const quietMs = await quietLeftMs(engine, provider.name)
  if (quietMs > 0) throw refuseOutcome({ type: 'throttled', retryAfterMs: quietMs })
  await takeTurn(engine, 'allSignIns', provider.name)
  const requestedAt = engine.now()
  const answered = await callUpstream(engine, {
    provider,
    call: 'exchange',
    trace,
    secrets: [signed.message, signed.signature],
    run: async (context) => {
      if (!provider.exchange) throw new TypeError('A route without an exchange.')
      return provider.exchange(context, signed)
    },
  })
  const outcome = checkSubject(answered, signed.address)
  if (outcome.type !== 'ok') {
    const { error } = outcome
    if (outcome.type === 'throttled')
      await keepQuiet(
        engine,
        provider.name,
        error.retryAfterMs ?? provider.budget?.perMs ?? throttleMs,
      )
    throw refuseOutcome({ ...outcome, retryAfterMs: error.retryAfterMs })
  }
  const { tokens } = outcome
  const account = signed.address
  const { held, cookies } = await beginSession(engine, {
    provider,
    account,
    tokens,
    requestedAt,
    request,
    trace,
  })
  return tokenResponse(engine, trace, held.session, cookies)
}
