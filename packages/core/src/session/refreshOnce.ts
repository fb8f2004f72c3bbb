import type { TakoKitError } from '../errors/TakoKitError.ts'
import type { Engine } from './Engine.ts'
import type { Need } from './nextTryAt.ts'
import type { AttemptResult } from './AttemptResult.ts'
import { attemptRefresh } from './attemptRefresh.ts'
import type { AttemptParameters } from './AttemptParameters.ts'
import type { RefreshResult } from './RefreshResult.ts'

export interface RefreshParameters
  extends Omit<AttemptParameters, 'held' | 'isLocked' | 'isUnsavedElsewhere' | 'need'> {
  /** Whether this very tab is the one that is ahead of its storage. */
  hasUnsaved: () => boolean
  lockName: string
  /** A caller waits: a wait without an error is waited out. */
  isAwaited: () => boolean
  /** The lock could be had: whoever was waited for is done. */
  onTurn: () => void
  need: () => Need
  /** Waits, or less where something changed. */
  pause: (delayMs: number) => Promise<void>
}

/** So many looks at one record; more than any true story has. */
const maxRounds = 12

/**
 * Renews a session's tokens: one presentation at a time under the lineage's lock, at most one replay of a lost answer and
 * one confirmation of a refusal.
 */
export async function refreshOnce(
  engine: Engine,
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
    // Timers and clocks disagree by a little: a wait that is as good as over is no reason to give up.
    // Whoever has no good token waits for the next try, and hears what came of that one.
    const isProbe =
      parameters.need() === 'asked' && !presentation.isTried && waitMs <= options.probeMs
    const isWait = waitMs <= 50 || (parameters.isAwaited() && (!presentation.error || isProbe))
    if (!isWait) return { ...presentation, error: presentation.error ?? error }
    await parameters.pause(Math.max(waitMs, 1))
  }
  return { type: 'deferred', retryAt: platform.now() + options.backoffMaxMs, error }
}

async function attemptInTurn(
  engine: Engine,
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
  // No turn in time: what another tab did is adopted, and a frozen one passed by.
  return turn ? turn.result : present(false)
}
