import { finishResponse } from './finishResponse.ts'
import type { RelayAnswer } from './RelayAnswer.ts'
import type { RelayRefusal } from '../types/RelayRefusal.ts'

/** A refusal as a problem document (RFC 9457). The body repeats the wait: a page cannot read the header across origins. */
export function problemResponse(refusal: RelayRefusal, requestId: string): RelayAnswer {
  const { status, code, message: title, options } = refusal
  const { detail, retryAfterMs, correlationId, hasCookie } = options
  const wait = retryAfterMs === undefined ? undefined : Math.max(1, Math.ceil(retryAfterMs / 1000))
  return finishResponse(
    {
      type: `urn:takokit:${code}`,
      title,
      status,
      code,
      detail,
      retryAfterMs,
      correlationId,
      hasCookie,
    },
    {
      status,
      requestId,
      contentType: 'application/problem+json',
      cookies: options.cookies,
      headers: { ...(wait !== undefined && { 'retry-after': String(wait) }), ...options.headers },
    },
  )
}
