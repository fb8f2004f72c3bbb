import type { TokenOutcome } from '../types/TokenOutcome.ts'
import { isRecord } from '../utils/isRecord.ts'
import { failed } from './failed.ts'
import type { JsonAnswer } from './requestJson.ts'
import { unreadable } from './unreadable.ts'

/** Errors of the request or the client, and not of the token (RFC 6749, 5.2 and 4.1.2.1). */
const requestErrors = [
  'invalid_request',
  'invalid_client',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
]
const busyErrors = ['server_error', 'temporarily_unavailable', 'slow_down']

/**
 * Returns the outcome for an OAuth error. Only `invalid_grant` refuses the token: a wrong client or request is a mistake in the
 * dapp and ends no session.
 *
 * @example
 * ```ts
 * import { oauthFailed, type ProviderContext, requestJson, succeeded } from '@takokit/core'
 *
 * async function refresh(context: ProviderContext, refreshToken: string | undefined) {
 *   const answer = await requestJson(context, {
 *     url: 'https://login.example.com/token',
 *     form: { grant_type: 'refresh_token', refresh_token: refreshToken, client_id: 'dapp' },
 *   })
 *   if (answer.type !== 'ok') return answer
 *   const { access_token: accessToken, expires_in: seconds = 3600 } = answer.json as {
 *     access_token?: string
 *     expires_in?: number
 *   }
 *   if (!accessToken) return oauthFailed(answer)
 *   return succeeded({ accessToken, refreshToken, lifetimeMs: seconds * 1000 })
 * }
 * ```
 *
 * @see RFC 6749, section 5.2.
 */
export function oauthFailed({
  status,
  json,
  retryAfterMs,
}: Extract<JsonAnswer, { type: 'ok' }>): Exclude<TokenOutcome, { type: 'ok' }> {
  const { error, error_description: description } = isRecord(json) ? json : {}
  const options = {
    providerCode: typeof error === 'string' ? error : status,
    details: typeof description === 'string' ? description : undefined,
    retryAfterMs,
  }
  if (typeof error !== 'string' || status >= 500) return unreadable(status)
  if (error === 'invalid_grant')
    return failed('terminal', 'provider/refused', 'The provider refused the token.', options)
  if (requestErrors.includes(error))
    return failed(
      'transient',
      'provider/bad-request',
      'The provider refused the request or the client, not the token.',
      options,
    )
  if (busyErrors.includes(error))
    return failed('transient', 'provider/unavailable', 'The provider is busy.', options)
  return failed('malformed', 'provider/unreadable', 'The provider sent an unknown error.', options)
}
