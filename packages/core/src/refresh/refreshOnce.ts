import type { TakoKitError } from '../errors/TakoKitError.ts'
import type { RefreshEngine } from './RefreshEngine.ts'
import type { Need } from './nextTryAt.ts'
import type { AttemptResult } from './AttemptResult.ts'
import { attemptRefresh } from './attemptRefresh.ts'
import type { AttemptParameters } from './AttemptParameters.ts'
import type { RefreshResult } from './RefreshResult.ts'

export interface RefreshParameters
  extends Omit<AttemptParameters, 'held' | 'isLocked' | 'isUnsavedElsewhere' | 'need'> {
  /** Whether this tab itself holds tokens that it could not store. */
  hasUnsaved: () => boolean
  lockName: string
  /** Whether a caller waits: then a deferral without an error is waited out. */
  isAwaited: () => boolean
  /** Called under the lock: the tab that held it before is done. */
  onTurn: () => void
  need: () => Need
  /** Waits, but ends early if the session changes. */
  pause: (delayMs: number) => Promise<void>
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
    const presentation = await attemptInTurn(engine, parameters)
    if (presentation.type === 'again') {
      error = presentation.error ?? error
      if (presentation.delayMs > 0) await parameters.pause(presentation.delayMs)
      continue
    }
    if (presentation.type !== 'deferred') return presentation
    const waitMs = presentation.retryAt - platform.now()
    // Timers and clocks differ slightly: a wait that is almost over is no reason to give up. A caller without a valid token waits
    // for the next try and receives its result.
    const isProbe =
      parameters.need() === 'asked' && !presentation.isTried && waitMs <= options.probeMs
    const isWait = waitMs <= 50 || (parameters.isAwaited() && (!presentation.error || isProbe))
    if (!isWait) return { ...presentation, error: presentation.error ?? error }
    await parameters.pause(Math.max(waitMs, 1))
  }
  return { type: 'deferred', retryAt: platform.now() + options.backoffMaxMs, error }
}

async function attemptInTurn(
  engine: RefreshEngine,
  parameters: RefreshParameters,
): Promise<AttemptResult> {
  const { platform, options } = engine
  const { shared } = await engine.store()
  const aheadLock = `${parameters.lockName}:ahead`
  const present = async (isLocked: boolean): Promise<AttemptResult> => {
    if (isLocked) parameters.onTurn()
    const held = parameters.heldNow()
    if (!held) return { type: 'ended', reason: 'signed-out-elsewhere', isOwn: false }
    const isAheadElsewhere =
      shared && !parameters.hasUnsaved() && (await platform.locks?.isHeld(aheadLock)) === true
    const need = parameters.need()
    return attemptRefresh(engine, {
      ...parameters,
      held,
      isLocked,
      isUnsavedElsewhere: isAheadElsewhere,
      need,
    })
  }
  if (!shared) return present(true)
  const turn = await platform.locks?.run(parameters.lockName, options.lockWaitMs, () =>
    present(true),
  )
  // The lock was not free in time: adopts another tab's tokens, or bypasses a frozen holder.
  return turn ? turn.result : present(false)
}
