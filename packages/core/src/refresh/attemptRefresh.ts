import type { StoredSession } from '../types/SessionStore.ts'
import type { AttemptParameters } from './AttemptParameters.ts'
import type { AttemptResult } from './AttemptResult.ts'
import { commitAttempt } from './commitAttempt.ts'
import { createStoredAttempt } from './createStoredAttempt.ts'
import { decideRefresh } from './decideRefresh.ts'
import type { RefreshEngine } from './RefreshEngine.ts'
import { reserveRequest } from './reserveRequest.ts'
import { noTokens } from './revokeTokens.ts'
import { sendAttempt } from './sendAttempt.ts'
import { withUnsaved } from './TabMemory.ts'
import { recordAnswer, throttled } from './takeBudget.ts'

/**
 * Reads the record and, unless another tab has refreshed the tokens: reserves a request, writes the attempt, sends, and commits
 * by compare-and-set. After every step the record allows another tab to continue.
 */
export async function attemptRefresh(
  engine: RefreshEngine,
  parameters: AttemptParameters,
): Promise<AttemptResult> {
  const { platform, options } = engine
  const { key, held, isLocked, memory } = parameters
  const store = await engine.store()
  const beganAt = platform.monotonic()
  const stored = await store.read(key).catch((): StoredSession => ({}))
  const found = decideRefresh(
    engine,
    { ...parameters, held: { ...held, record: withUnsaved(held.record, memory.unsaved) } },
    { ...stored, record: withUnsaved(stored.record, memory.unsaved) },
  )
  if (found.type !== 'send') return found
  const { tokens = noTokens } = found
  const defer = (waitMs: number): AttemptResult => ({
    type: 'deferred',
    retryAt: platform.now() + waitMs,
    error: throttled(waitMs),
  })

  const reservation = await reserveRequest(engine, parameters, { record: found.record, beganAt })
  if (reservation.waitMs > 0) return defer(reservation.waitMs)

  const attempt = createStoredAttempt(engine, parameters, { store, stored, found })
  const noted = await attempt.write()
  if (noted === false) return { type: 'again', delayMs: 0 }
  // Without a stored attempt no tab could detect a lost answer, so only the holder of the lock may continue.
  if (noted !== true && !isLocked)
    return { type: 'deferred', retryAt: platform.now() + options.backoffMaxMs, error: noted }

  const waitMs = await reservation.waitSinceMs()
  const sentAt = { requestedAt: platform.now(), monotonicAt: platform.monotonic() }
  // Frozen since: the record may have changed, and other tabs may count this attempt as over. Nothing was sent.
  const isOld = sentAt.monotonicAt - beganAt > options.frozenMarginMs
  if (waitMs > 0 || isOld) {
    await attempt.withdraw()
    return waitMs > 0 ? defer(waitMs) : { type: 'again', delayMs: 0 }
  }
  memory.reservedAt = undefined
  const verdict = await sendAttempt(engine, parameters, { presented: attempt.presented, tokens })
  if (verdict.type === 'renewed' && found.record.failedAt !== undefined)
    void recordAnswer(engine, parameters.provider.name)
  return commitAttempt(engine, parameters, { attempt, verdict, tokens, sentAt })
}
