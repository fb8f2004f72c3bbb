import type { TakoKitError } from '../errors/TakoKitError.ts'
import type { RefreshEngine } from './RefreshEngine.ts'
import type { Demand } from './Demand.ts'
import type { Pauses } from './Pauses.ts'
import type { AttemptResult } from './AttemptResult.ts'
import { attemptRefresh } from './attemptRefresh.ts'
import type { AttemptParameters } from './AttemptParameters.ts'
import type { RefreshResult } from './RefreshResult.ts'

export interface RefreshParameters
  extends Omit<AttemptParameters, 'held' | 'isLocked' | 'isUnsavedElsewhere' | 'need'> {
  lockName: string
  demand: Demand
  pauses: Pauses
}

/** Limits the attempts of one refresh; no real sequence of events needs more. */
const maxRounds = 30

/**
 * Refreshes a session's tokens: one attempt at a time under the session's lock, at most one replay of a lost answer and one
 * confirmation of a refusal.
 */
export async function refreshOnce(
  engine: RefreshEngine,
  parameters: RefreshParameters,
): Promise<RefreshResult> {
  const { platform, options } = engine
  let error: TakoKitError | undefined
  for (let round = 0; round < maxRounds; round++) {
    const attempted = await attemptInTurn(engine, parameters)
    if (attempted.type === 'again') {
      error = attempted.error ?? error
      if (attempted.delayMs > 0) await parameters.pauses.pause(attempted.delayMs)
      continue
    }
    if (attempted.type !== 'deferred') return attempted
    const waitMs = attempted.retryAt - platform.now()
    // Timers and clocks differ slightly: a wait that is almost over is no reason to give up. A caller without a valid token waits
    // for the next try and receives its result.
    const isProbe =
      parameters.demand.need() === 'asked' && !attempted.isTried && waitMs <= options.probeMs
    const isWait = waitMs <= 50 || (parameters.demand.isAwaited() && (!attempted.error || isProbe))
    if (!isWait) return { ...attempted, error: attempted.error ?? error }
    await parameters.pauses.pause(Math.max(waitMs, 1))
  }
  return { type: 'deferred', retryAt: platform.now() + options.backoffMaxMs, error }
}

async function attemptInTurn(
  engine: RefreshEngine,
  parameters: RefreshParameters,
): Promise<AttemptResult> {
  const { platform, options } = engine
  const { shared } = await engine.store()
  const { memory, unsaved } = parameters
  const unsavedLock = `${parameters.lockName}:ahead`
  const attempt = async (isLocked: boolean): Promise<AttemptResult> => {
    const held = parameters.heldNow()
    if (!held) return { type: 'ended', reason: 'signed-out-elsewhere', isOwn: false }
    // The tab that held the lock before is done.
    if (isLocked && memory.seen?.id === held.record.sid) memory.seen = undefined
    const isUnsavedElsewhere =
      shared && !unsaved.hasUnsaved() && (await platform.locks?.isHeld(unsavedLock)) === true
    const need = parameters.demand.need()
    const found = await attemptRefresh(engine, {
      ...parameters,
      held,
      isLocked,
      isUnsavedElsewhere,
      need,
    })
    return found.type === 'deferred' ? { ...found, need } : found
  }
  if (!shared) return attempt(true)
  const turn = await platform.locks?.run(parameters.lockName, options.lockWaitMs, () =>
    attempt(true),
  )
  // The lock was not free in time: adopts another tab's tokens, or bypasses a frozen holder.
  if (turn) return turn.result
  const found = await attempt(false)
  return found.type === 'adopted' ? { ...found, isUntold: true } : found
}
