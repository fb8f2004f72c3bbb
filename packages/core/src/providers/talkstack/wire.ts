import { minLength, object, optional, pipe, string } from 'valibot'
import { jwtLifetime } from '../../tokens/tokenLifetime.ts'
import type { TokenOutcome } from '../../types/TokenOutcome.ts'
import type { TokenSet } from '../../types/TokenSet.ts'
import { isRecord } from '../../utils/isRecord.ts'
import { parseInstant } from '../../utils/parseInstant.ts'
import { failed } from '../failed.ts'
import { parseWire } from '../parseWire.ts'
import type { JsonAnswer } from '../requestJson.ts'
import { succeeded } from '../succeeded.ts'
import { unreadable } from '../unreadable.ts'

export const talkstackPath = '/auth/refresh-token'
export const talkstackLifetimeMs = 7_200_000

const text = pipe(string(), minLength(1))
const answer = object({
  token: text,
  refreshToken: optional(text),
  // Misspelt in the documented answer.
  resfreshToken: optional(text),
  expirationTime: optional(string()),
})

export function parseTalkstackAnswer(
  { status, json, retryAfterMs }: Extract<JsonAnswer, { type: 'ok' }>,
  before: TokenSet,
  nowAt: number,
): TokenOutcome {
  const wire = status === 200 ? parseWire(answer, json) : undefined
  if (wire) {
    return succeeded({
      accessToken: wire.token,
      refreshToken: wire.refreshToken ?? wire.resfreshToken ?? before.refreshToken,
      lifetimeMs:
        jwtLifetime(wire.token) ?? untilInstant(wire.expirationTime, nowAt) ?? talkstackLifetimeMs,
    })
  }
  const details = isRecord(json) && typeof json.message === 'string' ? json.message : undefined
  const options = { providerCode: status, details, retryAfterMs }
  // The document heads 401 with "Not Found": the status counts, not the words.
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

/** The instant is on the server's clock: believed only where it makes a likely lifetime. */
function untilInstant(text: string | undefined, nowAt: number): number | undefined {
  const lifetimeMs = (parseInstant(text ?? '') ?? 0) - nowAt
  return lifetimeMs >= 60_000 && lifetimeMs <= talkstackLifetimeMs + 300_000
    ? lifetimeMs
    : undefined
}
