import { minLength, nullish, number, object, pipe, string, unknown } from 'valibot'
import { jwtLifetime } from '../../tokens/tokenLifetime.ts'
import type { TokenOutcome } from '../../types/TokenOutcome.ts'
import { parseInstant } from '../../utils/parseInstant.ts'
import { failed } from '../failed.ts'
import { parseWire } from '../parseWire.ts'
import type { JsonAnswer } from '../requestJson.ts'
import { succeeded } from '../succeeded.ts'
import { unreadable } from '../unreadable.ts'

export const cloudrevePaths = { refresh: '/session/token/refresh', revoke: '/session/token' }
export const cloudreveLifetimeMs = 3_600_000
export const loginRequired = 401

/** Login required; credential invalid (sent for database errors too); anonymous denied; scope. */
const refusals = [loginRequired, 40020, 40088, 40089]

const envelope = object({
  code: number(),
  msg: nullish(string()),
  correlation_id: nullish(string()),
  aggregated_error: unknownOrMissing(),
  data: unknownOrMissing(),
})

const text = pipe(string(), minLength(1))
const tokenData = object({
  access_token: text,
  refresh_token: text,
  access_expires: nullish(string()),
  refresh_expires: nullish(string()),
})

export function parseCloudreveAnswer(
  { status, json, retryAfterMs }: Extract<JsonAnswer, { type: 'ok' }>,
  nowAt: number,
): TokenOutcome {
  const wire = parseWire(envelope, json)
  if (!wire) return unreadable(status)
  if (wire.code !== 0) {
    const options = {
      providerCode: wire.code,
      details: [wire.msg, ...itemErrors(wire.aggregated_error)].filter(Boolean).join('; '),
      correlationId: wire.correlation_id ?? undefined,
      retryAfterMs,
    }
    return refusals.includes(wire.code)
      ? failed('terminal', 'provider/refused', 'Cloudreve refused to renew the session.', options)
      : failed(
          'transient',
          'provider/unavailable',
          'Cloudreve could not renew the session.',
          options,
        )
  }
  const data = parseWire(tokenData, wire.data)
  if (!data) return unreadable(status)
  const untilExpiry = (parseInstant(data.access_expires ?? '') ?? 0) - nowAt
  return succeeded({
    accessToken: data.access_token,
    refreshToken: data.refresh_token,
    // `nbf` is the issue time: `exp` less `nbf` needs no clock of ours.
    lifetimeMs:
      jwtLifetime(data.access_token) ?? (untilExpiry > 0 ? untilExpiry : cloudreveLifetimeMs),
    refreshExpiresAt: parseInstant(data.refresh_expires ?? ''),
  })
}

/** Whether an envelope says that the call needs a login: an expired token is silently taken as nobody's. */
export function isLoginRequired(json: unknown): boolean {
  return parseWire(envelope, json)?.code === loginRequired
}

function itemErrors(aggregated: unknown): string[] {
  if (typeof aggregated !== 'object' || !aggregated) return []
  return Object.values(aggregated).flatMap((item) => parseWire(envelope, item)?.msg ?? [])
}

function unknownOrMissing() {
  return nullish(unknown())
}
