/** A `Retry-After` value: whole seconds rounded up, or an HTTP date by the given clock. */
export function formatRetryAfter(
  retryAfterMs: number,
  { as, now }: { as: 'seconds' | 'date'; now: number },
): string {
  return as === 'date'
    ? new Date(now + retryAfterMs).toUTCString()
    : String(Math.ceil(retryAfterMs / 1_000))
}
