import type { SessionRecord } from '../types/SessionRecord.ts'
import type { AttemptParameters } from './AttemptParameters.ts'
import { defaultBudget } from './judgeOutcome.ts'
import type { RefreshEngine } from './RefreshEngine.ts'
import { noteMs, takeBudget } from './takeBudget.ts'

/** One request of the provider's budget. */
export interface Reservation {
  /** How long to wait instead; 0 if the request may be sent. */
  waitMs: number
  /** The same, asked again after a freeze: the page may have missed that the provider asked for a pause. */
  waitSinceMs: () => Promise<number>
}

/** Takes a request from the budget. An attempt that lost the race for the record has sent nothing: its request is used first. */
export async function reserveRequest(
  engine: RefreshEngine,
  { provider, memory, leftMs }: AttemptParameters,
  { record, beganAt }: { record: SessionRecord; beganAt: number },
): Promise<Reservation> {
  const { platform, options } = engine
  const isReserved = beganAt - (memory.reservedAt ?? -Infinity) < options.frozenMarginMs
  const turn = {
    provider: provider.name,
    budget: provider.budget ?? defaultBudget,
    isReserved,
    // The gap applies to the tries of all accounts together.
    gapMs: record.failedAt === undefined ? 0 : options.probeMs,
    failedAt: record.failedAt,
    leftMs,
  }
  const takenAt = platform.monotonic()
  const waitMs = await takeBudget(engine, turn)
  if (waitMs === 0 && !isReserved) memory.reservedAt = platform.monotonic()
  return {
    waitMs,
    async waitSinceMs() {
      if (platform.monotonic() - takenAt > noteMs)
        return takeBudget(engine, { ...turn, isReserved: true })
      return 0
    },
  }
}
