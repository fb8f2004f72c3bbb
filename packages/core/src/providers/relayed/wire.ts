import { number, object, optional, string } from 'valibot'
import type { ProviderContext } from '../../types/TokenProvider.ts'
import type { TokenOutcome } from '../../types/TokenOutcome.ts'
import { failed } from '../failed.ts'
import { parseWire } from '../parseWire.ts'
import { type JsonAnswer, requestJson } from '../requestJson.ts'
import { succeeded } from '../succeeded.ts'
import { text } from '../text.ts'
import { unreadable } from '../unreadable.ts'
import type { ErrorCode } from '../../errors/ErrorCode.ts'

/** Without it the relay refuses: a form on another site cannot send it. */
const relayHeader = { 'x-takokit': '1' }

const tokenAnswer = object({
  accessToken: text,
  /** What is left of it, milliseconds. */
  expiresInMs: number(),
  subject: optional(string()),
  handle: string(),
})

/** RFC 9457. */
const problem = object({
  code: string(),
  title: optional(string()),
  detail: optional(string()),
  correlationId: optional(string()),
})

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

/** Browsers refuse `keepalive` where the bodies under way have more than 64 KiB together (Fetch, 4.6). */
const maxKeptBytes = 61_440

/**
 * Asks the relay. The request outlives the page, where the browser can do that: the relay may renew the session for it, and
 * its answer brings the cookie of what was renewed.
 */
export async function ask(
  given: ProviderContext,
  url: string,
  body: object,
): Promise<TokenOutcome> {
  const context: ProviderContext = {
    ...given,
    fetch: (input, init) => given.fetch(input, { ...init, keepalive: isSmall(init?.body) }),
  }
  const answer = await requestJson(context, {
    allowServerErrors: true,
    url,
    headers: relayHeader,
    body,
  })
  return answer.type === 'ok' ? parseAnswer(answer) : answer
}

function isSmall(body: unknown): boolean {
  return typeof body === 'string' && new TextEncoder().encode(body).byteLength <= maxKeptBytes
}

function parseAnswer({
  status,
  json,
  retryAfterMs,
}: Extract<JsonAnswer, { type: 'ok' }>): TokenOutcome {
  const wire = parseWire(tokenAnswer, json)
  if (wire && status === 200) {
    const { expiresInMs, ...tokens } = wire
    return succeeded({ ...tokens, lifetimeMs: expiresInMs })
  }
  const refusal = parseWire(problem, json)
  if (!refusal) return unreadable(status)
  const { code, title = 'The relay could not answer.', detail, correlationId } = refusal
  const options = { details: detail, retryAfterMs, correlationId, providerCode: code }
  if (status === 429) return failed('throttled', 'provider/throttled', title, options)
  if (terminal.has(code)) return failed('terminal', code as ErrorCode, title, options)
  return failed('transient', 'provider/unavailable', title, options)
}
