import type { TakoKitError, TokenOutcome } from '@takokit/core'
import { RelayRefusal } from '../types/RelayRefusal.ts'

/**
 * The refusal if the provider returned no tokens. Only a terminal outcome keeps a terminal code, whatever the error calls
 * itself: a page ends its session by the code alone.
 */
export function refuseOutcome({
  type,
  error,
  retryAfterMs,
}: {
  type: Exclude<TokenOutcome['type'], 'ok'>
  error?: TakoKitError | undefined
  retryAfterMs: number | undefined
}): RelayRefusal {
  const { details: detail, correlationId } = error ?? {}
  const options = { detail, correlationId, retryAfterMs, cause: error }
  if (type === 'throttled')
    return new RelayRefusal(
      429,
      'provider/throttled',
      'The provider asks for a pause before the next request.',
      options,
    )
  if (type === 'terminal' && error)
    return new RelayRefusal(
      error.code === 'provider/bad-request' ? 400 : 403,
      error.code,
      error.message,
      options,
    )
  return new RelayRefusal(
    503,
    'provider/unavailable',
    error?.message ?? 'The provider could not be asked.',
    options,
  )
}
