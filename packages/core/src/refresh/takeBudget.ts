import { TakoKitError } from '../errors/TakoKitError.ts'
import type { RateBudget } from '../types/TokenProvider.ts'
import type { BudgetRow } from '../types/SessionStore.ts'
import type { RefreshEngine } from './RefreshEngine.ts'

/** A request leaves up to this much later than it is noted: a slow disk explains no more, a freeze does. */
export const noteMs = 250

/**
 * Takes one request from a provider's budget, which all tabs and accounts share. Returns how long to wait if it is used up or if
 * the provider asked for a pause; 0 means that the request may be sent.
 */
export async function takeBudget(
  { platform, store }: RefreshEngine,
  parameters: {
    provider: string
    budget: RateBudget
    /** The request was already taken: only a rate-limit pause still applies. */
    isReserved: boolean
    /** The minimum distance from any other request, while requests are failing. */
    gapMs?: number | undefined
    /** When this session's last refresh failed. An answer to another session since then ends the gap. */
    failedAt?: number | undefined
    /** The time left until an instant, of a wait that is `mostMs` long as a whole. */
    leftMs: (until: number | undefined, mostMs?: number) => number
  },
): Promise<number> {
  const { provider, budget, isReserved, gapMs = 0, failedAt, leftMs } = parameters
  const rows = await store()
  let waitMs = 0
  const take = (row: BudgetRow): BudgetRow => {
    const nowAt = platform.now()
    // Entries in the future, left by a clock that was set back, do not count.
    const countedMs = budget.perMs + noteMs
    const sentAt = row.sentAt.filter((at) => at <= nowAt && at > nowAt - countedMs)
    const oldest = isReserved ? undefined : sentAt[sentAt.length - budget.requests]
    const last = isReserved ? undefined : sentAt.at(-1)
    const { answeredAt, pausedAt = 0, pausedUntil } = row
    const isBack = Number(answeredAt) > Number(failedAt) && Number(answeredAt) <= nowAt
    const gapLeftMs = last === undefined || isBack ? 0 : last + gapMs - nowAt
    const pauseLeftMs = leftMs(pausedUntil, pauseMs(row))
    waitMs = Math.max(
      pauseLeftMs,
      oldest === undefined ? 0 : oldest + countedMs - nowAt,
      // Asked again soon: the provider may have answered another session by then.
      failedAt === undefined ? gapLeftMs : Math.min(gapLeftMs, gapMs / 2),
    )
    // The clock was set back since the pause began: no page that looks later waits for the whole of it.
    const pause = pausedAt > nowAt && { pausedAt: nowAt, pausedUntil: nowAt + pauseLeftMs }
    if (waitMs > 0) return { ...row, ...pause, sentAt }
    return { v: 1, sentAt: isReserved ? sentAt : [...sentAt, nowAt], answeredAt }
  }
  // If the storage cannot be written, the tab's own back-off limits the rate.
  await rows.updateBudget(provider, take).catch(() => {})
  return waitMs
}

/** How long a pause is as a whole; `undefined` for one of a version that did not store when it began. */
function pauseMs({ pausedAt, pausedUntil }: BudgetRow): number | undefined {
  return pausedAt && pausedUntil && pausedUntil - pausedAt
}

/** Stores that a provider answers again, so that the other sessions need not wait for one another. */
export async function recordAnswer(
  { platform, store }: RefreshEngine,
  provider: string,
): Promise<void> {
  const answeredAt = platform.now()
  await store()
    .then((rows) => rows.updateBudget(provider, (row) => ({ ...row, answeredAt })))
    .catch(() => {})
}

/** Stores that a provider asked for a pause. A page that was frozen since does not shorten a newer pause. */
export async function recordThrottle(
  { platform, options, store }: RefreshEngine,
  provider: string,
  until: number,
): Promise<void> {
  await store()
    .then((rows) =>
      rows.updateBudget(provider, (row) => {
        const pausedAt = platform.now()
        const { pausedUntil = pausedAt } = row
        const leftMs = Math.min(pausedUntil - pausedAt, pauseMs(row) ?? options.maxRetryAfterMs)
        return { ...row, pausedAt, pausedUntil: Math.max(until, pausedAt + leftMs) }
      }),
    )
    .catch(() => {})
}

/** The error for a used-up budget or a rate-limit pause. */
export function throttled(retryAfterMs: number): TakoKitError {
  return new TakoKitError(
    'provider/throttled',
    'Enough was asked of the provider for now. The next request waits.',
    { retryAfterMs },
  )
}
