import { checkSubject, type SignedMessage } from '@takokit/core'
import { readBody } from '../http/readBody.ts'
import type { RelayAnswer } from '../http/RelayAnswer.ts'
import { refuseOutcome } from '../http/refuseOutcome.ts'
import { signInBody } from '../http/requestBodies.ts'
import { refuseThrottled, checkRateLimit } from '../http/checkRateLimit.ts'
import { tokenResponse } from '../http/tokenResponse.ts'
import type { RelayEngine } from '../RelayEngine.ts'
import { answerInTime } from '../session/answerInTime.ts'
import { beginSession } from '../session/beginSession.ts'
import { comeBack } from '../session/comeBack.ts'
import { throttleLeftMs, throttleSignIns } from '../session/throttle.ts'
import { sessionCookies } from '../session/sessionCookies.ts'
import { checkMessage } from '../signIn/checkMessage.ts'
import { checkSignature } from '../signIn/checkSignature.ts'
import { claimSignIn } from '../signIn/claimSignIn.ts'
import { callUpstream } from '../upstream/callUpstream.ts'
import { takeShare } from '../upstream/takeShare.ts'
import type { RouteParameters } from './RouteParameters.ts'

/** Wait after a 429 without a hint. */
const throttleMs = 60_000

/**
 * Exchanges a signature for tokens: the page receives the access token, the rest stays here.
 *
 * The address's own share is counted first. Then everything is checked that can be checked here. Only what may begin a session
 * is counted against the limits that all users share.
 */
export async function signIn(
  engine: RelayEngine,
  parameters: RouteParameters,
): Promise<RelayAnswer> {
  const { provider, request, address, trace } = parameters
  const { signIn: rules, now } = engine
  await checkRateLimit(engine, 'signIn', address)
  const signed = await readBody(engine, parameters, signInBody)
  const quietMs = await throttleLeftMs(engine, provider.name)
  if (quietMs > 0) throw refuseOutcome({ type: 'throttled', retryAfterMs: quietMs })
  const issuedAt = checkMessage(signed, { provider, rules, nowAt: now() })
  const { isProven } = rules.ownSignature ? await checkSignature(signed) : { isProven: false }
  const claim = rules.singleUse
    ? await claimSignIn(engine, provider, { ...signed, issuedAt })
    : undefined
  if (claim?.type === 'begun') {
    const { session } = claim
    const cookies = await sessionCookies(engine, provider.name, { session, request })
    return tokenResponse(engine, trace, session, cookies)
  }
  const beginning = begin(engine, parameters, { signed, isProven }).catch(
    async (error: unknown) => {
      await claim?.release()
      throw error
    },
  )
  // Its response is the only copy of the tokens, so it continues when the page has gone.
  trace.waitUntil(beginning)
  // Without the claim, a later request could not find this one's result.
  const begun = claim
    ? await answerInTime<Begun | undefined>(engine, beginning, () => undefined)
    : await beginning
  if (!begun) {
    trace.waitUntil(beginning.then(({ held }) => claim?.leave(held.session)))
    const { error, waitMs: retryAfterMs } = comeBack()
    throw refuseOutcome({ type: 'transient', error, retryAfterMs })
  }
  await claim?.keep()
  return tokenResponse(engine, trace, begun.held.session, begun.cookies)
}

type Begun = Awaited<ReturnType<typeof beginSession>>

/** Counts against the shared limits, exchanges, and begins the session. */
async function begin(
  engine: RelayEngine,
  parameters: RouteParameters,
  { signed, isProven }: { signed: SignedMessage; isProven: boolean },
): Promise<Begun> {
  const { provider } = parameters
  const account = `${provider.name}:${signed.address.toLowerCase()}`
  if (isProven) await checkRateLimit(engine, 'accountSignIns', [account])
  else if (engine.signIn.ownSignature)
    await checkRateLimit(engine, 'contractSignIns', [provider.name])
  await checkRateLimit(engine, 'allSignIns', [provider.name])
  const waitMs = await takeShare(engine, provider.name, 'sign-in')
  if (waitMs > 0) throw refuseThrottled(waitMs)
  return exchange(engine, parameters, signed)
}

async function exchange(
  engine: RelayEngine,
  { provider, request, trace }: RouteParameters,
  signed: SignedMessage,
): Promise<Begun> {
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
    if (outcome.type === 'terminal') throw refuseOutcome({ ...outcome, retryAfterMs: undefined })
    // The provider's hint may lengthen the wait, never shorten it. A hint of 0 is ignored.
    const hintMs = outcome.error.retryAfterMs || undefined
    const isThrottled = outcome.type === 'throttled'
    const usualMs = isThrottled ? (provider.budget?.perMs ?? throttleMs) : 0
    const waitMs = hintMs ?? usualMs
    const retryAfterMs = isThrottled
      ? await throttleSignIns(engine, provider.name, waitMs)
      : Math.max(waitMs, engine.timing.backoffBaseMs)
    throw refuseOutcome({ ...outcome, retryAfterMs })
  }
  const { tokens } = outcome
  const account = signed.address
  return beginSession(engine, { provider, account, tokens, requestedAt, request, trace })
}
