import { nullish, number, object, string, unknown } from 'valibot'
import { jwtLifetime, untilInstant } from '../../tokens/tokenLifetime.ts'
import type { ProviderContext } from '../../types/TokenProvider.ts'
import type { TokenSet } from '../../types/TokenSet.ts'
import type { TokenOutcome } from '../../types/TokenOutcome.ts'
import { parseInstant } from '../../utils/parseInstant.ts'
import { failed } from '../failed.ts'
import { parseWire } from '../parseWire.ts'
import { isUnauthorized } from '../isUnauthorized.ts'
import { type JsonAnswer, requestJson } from '../requestJson.ts'
import { succeeded } from '../succeeded.ts'
import { text } from '../text.ts'
import { withoutSlash } from '../withoutSlash.ts'
import { unreadable } from '../unreadable.ts'
import { readSmallJson } from './readSmallJson.ts'

const defaultLifetimeMs = 3_600_000
const loginRequired = 401

/** Login required; credential invalid (also sent for database errors); anonymous access denied; scope. */
const refusals = [loginRequired, 40020, 40088, 40089]

const envelope = object({
  code: number(),
  msg: nullish(string()),
  correlation_id: nullish(string()),
  aggregated_error: nullish(unknown()),
  data: nullish(unknown()),
})

const tokenData = object({
  access_token: text,
  refresh_token: text,
  access_expires: nullish(unknown()),
  refresh_expires: nullish(unknown()),
})

export async function refresh(
  context: ProviderContext,
  baseUrl: string,
  { refreshToken }: TokenSet,
): Promise<TokenOutcome> {
  const requestedAt = context.now()
  const answer = await requestJson(context, {
    allowServerErrors: true,
    url: `${withoutSlash(baseUrl)}/session/token/refresh`,
    body: { refresh_token: refreshToken },
  })
  return answer.type === 'ok' ? parseAnswer(answer, requestedAt) : answer
}

export async function revoke(
  context: ProviderContext,
  baseUrl: string,
  { accessToken, refreshToken }: TokenSet,
): Promise<boolean> {
  const answer = await requestJson(context, {
    allowServerErrors: true,
    url: `${withoutSlash(baseUrl)}/session/token`,
    method: 'DELETE',
    headers: { authorization: `Bearer ${accessToken}` },
    body: { refresh_token: refreshToken },
  })
  return answer.type === 'ok' && answer.status < 400 && parseWire(envelope, answer.json)?.code === 0
}

/** Whether a response says that the call needs a login. The server silently treats an expired token as anonymous. */
export async function isRefused(response: Response): Promise<boolean> {
  return (
    isUnauthorized(response) ||
    parseWire(envelope, await readSmallJson(response))?.code === loginRequired
  )
}

function parseAnswer(
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
  return succeeded({
    accessToken: data.access_token,
    refreshToken: data.refresh_token,
    // `nbf` is the issue time, so `exp - nbf` does not depend on a local clock.
    lifetimeMs:
      jwtLifetime(data.access_token) ??
      untilInstant(data.access_expires, nowAt, defaultLifetimeMs) ??
      defaultLifetimeMs,
    refreshExpiresAt:
      typeof data.refresh_expires === 'string' ? parseInstant(data.refresh_expires) : undefined,
  })
}

function itemErrors(aggregated: unknown): string[] {
  if (typeof aggregated !== 'object' || !aggregated) return []
  return Object.values(aggregated).flatMap((item) => parseWire(envelope, item)?.msg ?? [])
}
