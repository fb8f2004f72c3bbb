import type { SignedMessage, TokenProvider } from '@takokit/core'
import { parseSiweMessage, SiweMessageError } from '@takokit/core/siwe'
import { checkRateLimit } from '../http/checkRateLimit.ts'
import { readBody } from '../http/readBody.ts'
import { refuseOutcome } from '../http/refuseOutcome.ts'
import { signInBody } from '../http/requestBodies.ts'
import { tokenResponse } from '../http/tokenResponse.ts'
import { issuerOf, type SiweIssuer } from '../providers/siweIssuer/IssuerProvider.ts'
import { redactError } from '../redact/redactError.ts'
import type { RelayEngine } from '../RelayEngine.ts'
import { answerInTime } from '../session/answerInTime.ts'
import { beginSession } from '../session/beginSession.ts'
import { comeBack } from '../session/comeBack.ts'
import { createId } from '../session/createId.ts'
import { sessionCookies } from '../session/sessionCookies.ts'
import { burnChallenge } from '../signIn/burnChallenge.ts'
import { readBrowserId } from '../signIn/challengeCookie.ts'
import { digestOf } from '../signIn/challengeRow.ts'
import { isOwnSignature } from '../signIn/isOwnSignature.ts'
import { verifyChallenge } from '../signIn/verifyChallenge.ts'
import { RelayRefusal } from '../types/RelayRefusal.ts'
import type { RouteParameters } from './RouteParameters.ts'
import type { RelayRequest } from '../types/RelayRequest.ts'

type Begun = Awaited<ReturnType<typeof beginSession>>

interface Attempt extends RouteParameters {
  issuer: SiweIssuer
  signed: SignedMessage
  nonce: string
}

/** Verifies a signed message, whose challenge is burnt first, and begins a session with tokens of the relay's own. */
export async function signInByChallenge(engine: RelayEngine, parameters: RouteParameters) {
  const { provider, request, address, trace } = parameters
  const issuer = issuerOf(provider)
  if (!issuer) throw new TypeError('A route without an issuer.')
  await checkRateLimit(engine, 'signIn', address)
  const signed = await readBody(engine, parameters, signInBody)
  checkOrigin(request, issuer)
  const nonce = readNonce(signed.message)
  const { message, signature } = signed
  const claim = await burnChallenge(engine, {
    provider: provider.name,
    nonce,
    browser: await digestOf(readBrowserId(engine, provider.name, request) ?? ''),
    signed: await digestOf(signed.address.toLowerCase(), message, signature.toLowerCase()),
  })
  if (claim.type === 'begun') {
    const { session } = claim
    const cookies = await sessionCookies(engine, provider.name, { session, request })
    return tokenResponse(engine, trace, session, cookies)
  }
  const beginning = begin(engine, { ...parameters, issuer, signed, nonce }).catch(
    async (error: unknown) => {
      const isVerdict = error instanceof RelayRefusal && error.status < 429
      await (isVerdict ? claim.keep() : claim.release())
      throw error
    },
  )
  trace.waitUntil(beginning)
  const begun = await answerInTime<Begun | undefined>(engine, beginning, () => undefined)
  if (!begun) {
    trace.waitUntil(beginning.then(({ held }) => claim.leave(held.session)))
    const { error, waitMs: retryAfterMs } = comeBack()
    throw refuseOutcome({ type: 'transient', error, retryAfterMs })
  }
  await claim.keep()
  return tokenResponse(engine, trace, begun.held.session, begun.cookies)
}

/** The page that signs in is the one that the message names, and not another of this relay's origins. */
function checkOrigin({ headers }: RelayRequest, { origin, domain }: SiweIssuer): void {
  if ((headers.get('origin') ?? origin) !== origin)
    throw new RelayRefusal(403, 'request/cross-site', 'Only pages of this origin may ask.', {
      detail: `Messages are signed for ${domain}.`,
    })
}

/** Only a message that matches the whole grammar has one. */
function readNonce(message: string): string {
  try {
    return parseSiweMessage(message).nonce
  } catch (error) {
    if (!(error instanceof SiweMessageError)) throw error
    throw new RelayRefusal(400, 'provider/bad-request', 'This message begins no session here.', {
      detail: error.message,
    })
  }
}

/** Counts against the limits of the account and of the chain's node, verifies, and begins the session. */
async function begin(engine: RelayEngine, attempt: Attempt): Promise<Begun> {
  const { provider, request, trace, issuer, signed, nonce } = attempt
  const { signIn: rules, now } = engine
  // A Safe of one owner signs with 65 bytes too, which recover to its owner: the issuer asks the contract.
  if (await isOwnSignature(signed))
    await checkRateLimit(engine, 'accountSignIns', [
      `${provider.name}:${signed.address.toLowerCase()}`,
    ])
  else if (issuer.publicClients.length > 0)
    await checkRateLimit(engine, 'contractSignIns', [provider.name])
  const identity = await verifyChallenge({ issuer, signed, nonce, rules, nowAt: now() })
  const sid = createId()
  const requestedAt = now()
  const tokens = await issueTokens(engine, { provider, issuer }, () =>
    issuer.issue({ ...identity, sid, nowAt: requestedAt }),
  )
  const { address } = identity
  const session = { provider, account: address, sid, tokens, requestedAt, request, trace }
  return beginSession(engine, session)
}

/** The application's `claims` may fail, and quote what it knows. */
async function issueTokens<tokens>(
  engine: RelayEngine,
  { provider: { name: provider } }: { provider: TokenProvider; issuer: SiweIssuer },
  issue: () => Promise<tokens>,
): Promise<tokens> {
  try {
    return await issue()
  } catch (cause) {
    const error = redactError(cause, engine.secrets())
    engine.log({ level: 'error', event: 'upstream-failed', provider, route: 'exchange', error })
    throw new RelayRefusal(503, 'provider/unavailable', 'No token could be issued. Try again.', {
      retryAfterMs: engine.timing.backoffBaseMs,
    })
  }
}
