/** The cap of `Retry-After`: a longer wait is more likely a mistake. */
export const maxRetryAfterMs = 3_600_000

const imfFixdate =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/

/**
 * Parses `Retry-After` into milliseconds from now (RFC 9110, 10.2.3): whole seconds or an IMF-fixdate, and nothing else, because
 * the date parsers of browsers accept almost anything. An instant that has passed is 0.
 */
export function parseRetryAfter(value: string | null, nowAt: number): number | undefined {
  const text = value?.trim() ?? ''
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, maxRetryAfterMs)
  const waitMs = imfFixdate.test(text) ? Date.parse(text) - nowAt : Number.NaN
  return Number.isNaN(waitMs) ? undefined : Math.min(Math.max(waitMs, 0), maxRetryAfterMs)
}
