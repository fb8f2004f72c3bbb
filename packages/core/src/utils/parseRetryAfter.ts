/** `Retry-After` is capped here: a longer one is more likely a mistake than a wish. */
export const maxRetryAfterMs = 3_600_000

/** Reads `Retry-After`, seconds or an HTTP date, into milliseconds from now (RFC 9110, 10.2.3). */
export function parseRetryAfter(value: string | null, nowAt: number): number | undefined {
  if (!value) return undefined
  const waitMs = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - nowAt
  return Number.isNaN(waitMs) ? undefined : Math.min(Math.max(waitMs, 0), maxRetryAfterMs)
}
