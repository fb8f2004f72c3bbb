import { tooSlow } from '../refresh/callProvider.ts'
import type { Demand } from '../refresh/Demand.ts'
import { ageOf } from '../refresh/refreshDelay.ts'
import type { RefreshResult } from '../refresh/RefreshResult.ts'
import { setBound } from '../refresh/setBound.ts'
import type { Engine } from './Engine.ts'
import type { SessionController } from './SessionController.ts'

/** A token counts as wanted for this long after a caller asked for it. */
const askedMs = 300_000

export function createDemand({ platform, options }: Engine, session: SessionController): Demand {
  let waiting = 0
  /** When a caller last waited, on the monotonic clock. */
  let askedAt = -Infinity
  return {
    isAwaited: () => waiting > 0,
    need() {
      const held = session.held()
      const isGood = held?.tokens && ageOf(held, platform) < held.record.lifetimeMs
      // A hidden page needs no early retry.
      if (!held || isGood || !platform.isVisible()) return 'none'
      return waiting > 0 || platform.monotonic() - askedAt < askedMs ? 'asked' : 'visible'
    },
    untilLate(result) {
      waiting++
      askedAt = platform.monotonic()
      return new Promise<RefreshResult>((resolve, reject) => {
        const stop = setBound(platform, options.requestTimeoutMs, () =>
          resolve({ type: 'deferred', retryAt: platform.now(), error: tooSlow() }),
        )
        result.then(resolve, reject).finally(stop)
      }).finally(() => {
        waiting--
      })
    },
  }
}
