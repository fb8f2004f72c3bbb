import { TakoKitError } from '../errors/TakoKitError.ts'
import type { RateBudget } from '../types/TokenProvider.ts'
import type { BudgetRow } from '../types/SessionStore.ts'
import type { Engine } from './Engine.ts'
import { remainingMs } from './refreshDelay.ts'

/**
 * Takes one request from a provider's budget, which all tabs and accounts share. Says how long to wait where it is used
 * up, or where the provider asked for silence; 0 means go.
 */
export async function takeBudget(
  { platform, store }: Engine,
  parameters: {
    provider: string
    budget: RateBudget
    /** It was taken already, and only silence is to be kept. */
    isReserved: boolean
    /** So long after any other request, where it may be just another that fails. */
    gapMs?: number | undefined
    /** What is left until an instant. */
    leftMs: (until: number | undefined) => number
  },
): Promise<number> {
  const { provider, budget, isReserved, gapMs = 0, leftMs } = parameters
  const rows = await store()
  let waitMs = 0
  const take = (row: BudgetRow): BudgetRow => {
    const nowAt = platform.now()
    // Entries from a future that a clock step took back do not count.
    const sentAt = row.sentAt.filter((at) => at <= nowAt && at > nowAt - budget.perMs)
    const oldest = isReserved ? undefined : sentAt[sentAt.length - budget.requests]
    const last = isReserved ? undefined : sentAt.at(-1)
    waitMs = Math.max(
      leftMs(row.quietUntil),
      oldest === undefined ? 0 : oldest + budget.perMs - nowAt,
      last === undefined ? 0 : last + gapMs - nowAt,
    )
    if (waitMs > 0) return { ...row, sentAt }
    return { v: 1, sentAt: isReserved ? sentAt : [...sentAt, nowAt] }
  }
  // Where the storage cannot be written, the tab's own back-off keeps the peace.
  await rows.updateBudget(provider, take).catch(() => {})
  return waitMs
}

/** Notes that a provider asked for silence. Who was frozen as it heard so does not shorten a newer wish. */
export async function quietProvider(
  { platform, options, store }: Engine,
  provider: string,
  until: number,
): Promise<void> {
  await store()
    .then((rows) =>
      rows.updateBudget(provider, (row) => {
        const leftMs = remainingMs(row.quietUntil, platform.now(), options.maxRetryAfterMs)
        return { ...row, quietUntil: Math.max(until, platform.now() + leftMs) }
      }),
    )
    .catch(() => {})
}

/** Said where the budget is used up, or the provider wants silence. */
export function throttled(retryAfterMs: number): TakoKitError {
  return new TakoKitError(
    'provider/throttled',
    'Enough was asked of the provider for now. The next request waits.',
    { retryAfterMs },
  )
}
