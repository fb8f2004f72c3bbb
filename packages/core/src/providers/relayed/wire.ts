import { boolean, literal, number, object, optional, string, union } from 'valibot'
import type { ChallengeOutcome } from '../../types/Challenge.ts'
import type { ProviderContext } from '../../types/TokenProvider.ts'
import type { Revoked } from '../../types/Revoked.ts'
import type { TokenOutcome } from '../../types/TokenOutcome.ts'
import { failed } from '../failed.ts'
import { noCookieCode } from './noCookieCode.ts'
import { parseWire } from '../parseWire.ts'
import { type JsonAnswer, requestJson } from '../requestJson.ts'
import { succeeded } from '../succeeded.ts'
import { text } from '../text.ts'
import { unreadable } from '../unreadable.ts'
import type { ErrorCode } from '../../errors/ErrorCode.ts'

/** The relay refuses requests without it, because a form on another site cannot send it. */
const relayHeader = { 'x-takokit': '1' }

const tokenAnswer = object({
  accessToken: text,
  /** The remaining lifetime, in milliseconds. */
  expiresInMs: number(),
  subject: optional(string()),
  handle: string(),
})

const challengeAnswer = object({ nonce: text, expiresInMs: number() })

/** Problem details, RFC 9457. */
const problem = object({
  code: string(),
  title: optional(string()),
  detail: optional(string()),
  correlationId: optional(string()),
  /** `false` where the request brought no cookie of a session. */
  hasCookie: optional(boolean()),
})

const signOutAnswer = object({ revoked: union([boolean(), literal('unsupported')]) })

const terminal = new Set([
  'session/signed-out',
  'session/refresh-refused',
  'session/refresh-answer-lost',
  'provider/refused',
  'provider/signature-refused',
  'provider/message-expired',
  'provider/bad-request',
  'provider/wrong-subject',
])

/** Browsers refuse `keepalive` if the bodies in flight exceed 64 KiB together (Fetch, 4.6). */
const maxKeptBytes = 61_440
/** The page's own requests may use all of it up: after a failure, the next request goes without. */
let isKept = true

/**
 * Sends a request to the relay. It outlives the page where the browser supports that, because the relay may refresh the session,
 * and the response then carries the new cookie.
 */
export async function ask(
  context: ProviderContext,
  url: string,
  body: object,
): Promise<TokenOutcome> {
  const answer = await post(context, url, body)
  return answer.type === 'ok' ? parseAnswer(answer, 'signature' in body) : answer
}

/** Returns what a message to this relay must hold. The provider's `createMessage` reads it. */
export async function challenge(context: ProviderContext, url: string): Promise<ChallengeOutcome> {
  const answer = await post(context, url, {})
  if (answer.type !== 'ok') return answer
  const wire = answer.status === 200 && parseWire(challengeAnswer, answer.json)
  if (wire) return { type: 'ok', challenge: answer.json, lifetimeMs: wire.expiresInMs }
  const outcome = parseAnswer(answer)
  return outcome.type === 'ok' ? unreadable(answer.status) : outcome
}

/** Returns what the relay says about the provider's revocation. */
export async function signOut(
  context: ProviderContext,
  url: string,
  body: object,
): Promise<Revoked> {
  let answer = await post(context, url, body)
  // The relay answers a repeated sign-out alike, and nothing else repeats it.
  if (answer.type === 'ambiguous') answer = await post(context, url, body)
  const wire = answer.type === 'ok' && answer.status < 400 && parseWire(signOutAnswer, answer.json)
  return wire ? wire.revoked : false
}

function post(given: ProviderContext, url: string, body: object): Promise<JsonAnswer> {
  const context: ProviderContext = {
    ...given,
    fetch: async (input, init) => {
      const keepalive = isKept && isSmall(init?.body)
      try {
        const response = await given.fetch(input, { ...init, keepalive })
        isKept = true
        return response
      } catch (cause) {
        isKept = !keepalive
        throw cause
      }
    },
  }
  return requestJson(context, { url, headers: relayHeader, body, allowServerErrors: true })
}

function isSmall(body: unknown): boolean {
  return typeof body === 'string' && new TextEncoder().encode(body).byteLength <= maxKeptBytes
}

function parseAnswer(
  { status, json, retryAfterMs }: Extract<JsonAnswer, { type: 'ok' }>,
  isSignIn = false,
): TokenOutcome {
  const wire = parseWire(tokenAnswer, json)
  if (wire && status === 200) {
    const { expiresInMs, ...tokens } = wire
    return succeeded({ ...tokens, lifetimeMs: expiresInMs })
  }
  const refusal = parseWire(problem, json)
  if (!refusal) return unreadable(status)
  const { code, title = 'The relay could not answer.', detail, correlationId, hasCookie } = refusal
  const providerCode = hasCookie === false ? noCookieCode : code
  const options = { details: detail, retryAfterMs, correlationId, providerCode }
  if (status === 429) return failed('throttled', 'provider/throttled', title, options)
  if (terminal.has(code)) return failed('terminal', code as ErrorCode, title, options)
  // A refused request does not end a session. A sign-in ends with it, because the same request would be refused again.
  const isFinal = status < 500 && status !== 408 && retryAfterMs === undefined
  return isSignIn && isFinal
    ? failed('terminal', 'provider/bad-request', title, options)
    : failed('transient', 'provider/unavailable', title, options)
}
