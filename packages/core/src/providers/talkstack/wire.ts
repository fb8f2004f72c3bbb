import { object, optional, unknown } from 'valibot'
import { jwtLifetime, untilInstant } from '../../tokens/tokenLifetime.ts'
import type { ProviderContext } from '../../types/TokenProvider.ts'
import type { TokenOutcome } from '../../types/TokenOutcome.ts'
import type { TokenSet } from '../../types/TokenSet.ts'
import { isRecord } from '../../utils/isRecord.ts'
import { failed } from '../failed.ts'
import { parseWire } from '../parseWire.ts'
import { type JsonAnswer, requestJson } from '../requestJson.ts'
import { succeeded } from '../succeeded.ts'
import { text } from '../text.ts'
import { withoutSlash } from '../withoutSlash.ts'
import { unreadable } from '../unreadable.ts'

const defaultLifetimeMs = 7_200_000

const answer = object({
  token: text,
  refreshToken: optional(text),
  // Misspelt in the documented response.
  resfreshToken: optional(text),
  expirationTime: optional(unknown()),
})

export async function refresh(
  context: ProviderContext,
  baseUrl: string,
  tokens: TokenSet,
): Promise<TokenOutcome> {
  const requestedAt = context.now()
  const answer = await requestJson(context, {
    allowServerErrors: true,
    url: `${withoutSlash(baseUrl)}/auth/refresh-token`,
    body: { refreshToken: tokens.refreshToken },
  })
  return answer.type === 'ok' ? parseAnswer(answer, tokens, requestedAt) : answer
}

function parseAnswer(
  { status, json, retryAfterMs }: Extract<JsonAnswer, { type: 'ok' }>,
  before: TokenSet,
  nowAt: number,
): TokenOutcome {
  const wire = status < 300 ? parseWire(answer, json) : undefined
  if (wire) {
    return succeeded({
      accessToken: wire.token,
      refreshToken: wire.refreshToken ?? wire.resfreshToken ?? before.refreshToken,
      lifetimeMs:
        jwtLifetime(wire.token) ??
        untilInstant(wire.expirationTime, nowAt, defaultLifetimeMs) ??
        defaultLifetimeMs,
    })
  }
  const details = isRecord(json) && typeof json.message === 'string' ? json.message : undefined
  const options = { providerCode: status, details, retryAfterMs }
  // The document heads 401 with "Not Found", so the status counts and not the text.
  if (status === 401 || status === 404)
    return failed(
      'terminal',
      'provider/refused',
      'TalkStack refused to renew the session.',
      options,
    )
  if (status === 400)
    return failed(
      'transient',
      'provider/bad-request',
      'TalkStack could not read the request.',
      options,
    )
  return unreadable(status)
}
