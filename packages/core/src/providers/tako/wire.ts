import { literal, number, object, optional, string, unknown } from 'valibot'
import { parseLifetime } from '../../tokens/tokenLifetime.ts'
import type { ProviderContext, SignedMessage } from '../../types/TokenProvider.ts'
import type { TokenSet } from '../../types/TokenSet.ts'
import type { TokenOutcome } from '../../types/TokenOutcome.ts'
import type { ErrorCode } from '../../errors/ErrorCode.ts'
import { failed } from '../failed.ts'
import { parseWire } from '../parseWire.ts'
import { type JsonAnswer, requestJson } from '../requestJson.ts'
import { succeeded } from '../succeeded.ts'
import { text } from '../text.ts'
import { withoutSlash } from '../withoutSlash.ts'
import { unreadable } from '../unreadable.ts'

export const lifetimeMs = 3_600_000

const success = object({
  status: literal('success'),
  data: object({
    token: text,
    refresh_token: text,
    expires_in: optional(unknown()),
  }),
})

const failure = object({
  status: literal('error'),
  error_code: number(),
  // The example and the reference table disagree about the name.
  error_msg: optional(string()),
  error_message: optional(string()),
})

/** The documented codes of the sign-in call. Every other code means "refused" and keeps the provider's own text. */
const exchangeErrors: Record<number, [ErrorCode, string]> = {
  1100: ['provider/bad-request', 'Tako could not read the request.'],
  1101: ['provider/bad-request', 'Tako found a parameter invalid.'],
  3000: ['provider/signature-refused', 'Tako does not accept this address.'],
  3001: [
    'provider/signature-refused',
    'Tako could not verify that this wallet signed the message.',
  ],
  3002: ['provider/message-expired', 'Tako finds the signed message too old. Sign a new one.'],
  3003: [
    'provider/message-expired',
    'Tako finds the time in the signed message wrong. Check this device’s clock, then sign again.',
  ],
}

export async function exchange(
  context: ProviderContext,
  baseUrl: string,
  { message, signature }: SignedMessage,
): Promise<TokenOutcome> {
  const answer = await requestJson(context, {
    allowServerErrors: true,
    url: `${withoutSlash(baseUrl)}/v2/token`,
    body: { message, signature },
  })
  return answer.type === 'ok' ? parseAnswer(answer, 'exchange') : answer
}

export async function refresh(
  context: ProviderContext,
  baseUrl: string,
  { refreshToken }: TokenSet,
): Promise<TokenOutcome> {
  const answer = await requestJson(context, {
    allowServerErrors: true,
    url: `${withoutSlash(baseUrl)}/v2/refresh_token`,
    body: { refresh_token: refreshToken },
  })
  return answer.type === 'ok' ? parseAnswer(answer, 'refresh') : answer
}

function parseAnswer(
  response: Extract<JsonAnswer, { type: 'ok' }>,
  call: 'exchange' | 'refresh',
): TokenOutcome {
  const { status, json, retryAfterMs } = response
  const data = parseWire(success, json)?.data
  if (data)
    return succeeded({
      accessToken: data.token,
      refreshToken: data.refresh_token,
      lifetimeMs: parseLifetime(data.expires_in) ?? lifetimeMs,
    })
  const wire = parseWire(failure, json)
  if (!wire) return unreadable(status)
  const { error_code: providerCode, error_msg, error_message } = wire
  const options = { providerCode, details: error_msg ?? error_message, retryAfterMs }
  // 1000 to 1004: system, database, cache, file system, remote service.
  if (providerCode >= 1000 && providerCode <= 1004)
    return failed('transient', 'provider/unavailable', 'Tako is busy.', options)
  const [code, message] = (call === 'exchange' && exchangeErrors[providerCode]) || [
    'provider/refused' as const,
    call === 'exchange' ? 'Tako refused the sign-in.' : 'Tako refused to renew the session.',
  ]
  return failed('terminal', code, message, options)
}
