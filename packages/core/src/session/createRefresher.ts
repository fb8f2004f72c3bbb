import { TakoKitError } from '../errors/TakoKitError.ts'
import { tooSlow } from '../refresh/callProvider.ts'
import { refreshOnce } from '../refresh/refreshOnce.ts'
import type { RefreshRequest } from '../refresh/RefreshRequest.ts'
import type { RefreshResult } from '../refresh/RefreshResult.ts'
import { setBound } from '../refresh/setBound.ts'
import type { TabMemory } from '../refresh/TabMemory.ts'
import { settleRefresh } from './settleRefresh.ts'
import type { WorkerContext } from './WorkerContext.ts'

/** Refreshes a session, one refresh at a time: a call during a refresh waits for that one. */
export function createRefresher(
  context: WorkerContext,
): (request: RefreshRequest) => Promise<RefreshResult> {
  const { engine, session, lockName, unsaved, pauses, demand } = context
  const { platform, options } = engine
  const memory: TabMemory = {}
  /** The refresh under way, and the session that it is for. */
  let inFlight: { sid: string | undefined; result: Promise<RefreshResult> } | undefined

  const sidNow = () => session.held()?.record.sid

  async function startRefresh(staleGen: number | undefined): Promise<RefreshResult> {
    const sid = sidNow()
    let result: RefreshResult
    const stopBound = setBound(platform, options.requestTimeoutMs, () => {
      if (sidNow() === sid && session.state().refreshStatus === 'refreshing')
        session.dispatch({ type: 'answerLate', error: tooSlow(), retryAt: undefined })
    })
    try {
      result = await refreshOnce(engine, {
        provider: session.provider,
        key: session.key,
        staleGen,
        lockName,
        memory,
        unsaved,
        demand,
        pauses,
        leftMs: session.leftMs,
        heldNow: () => (sidNow() === sid && !session.isDisposed() ? session.held() : undefined),
      })
    } catch (cause) {
      const error = new TakoKitError('storage/failed', 'The stored session could not be read.', {
        cause,
      })
      result = { type: 'deferred', retryAt: platform.now() + options.backoffMaxMs, error }
    }
    stopBound()
    inFlight = undefined
    settleRefresh(context, result, sid)
    return result
  }

  /** A refresh that began before a generation was refused may have returned that very generation. */
  function onceMore(result: RefreshResult, staleGen = -1): RefreshResult | Promise<RefreshResult> {
    const isStale = result.type === 'adopted' && result.held.record.gen <= staleGen
    return isStale ? refresh({ isAwaited: true, staleGen }) : result
  }

  async function refresh(request: RefreshRequest): Promise<RefreshResult> {
    const { isAwaited, staleGen } = request
    if (!isAwaited && !inFlight && !platform.isOnline()) return stayOffline(context)
    const isJoined = inFlight !== undefined
    if (!inFlight) session.dispatch({ type: 'refreshStarted' })
    inFlight ??= { sid: sidNow(), result: startRefresh(staleGen) }
    const { sid } = inFlight
    const isOfAnother = sid !== sidNow()
    const result = await (isAwaited ? demand.untilLate(inFlight.result) : inFlight.result)
    // What became of the session before this one refreshes nothing here, and no other timer runs.
    if (isOfAnother && inFlight?.sid !== sid && session.held()) return refresh(request)
    return isJoined ? onceMore(result, staleGen) : result
  }
  return refresh
}

/** No request is tried while offline: the `online` event triggers a check. */
function stayOffline({ engine: { platform, options }, session }: WorkerContext): RefreshResult {
  const error = new TakoKitError(
    'network/offline',
    'You are offline. The session is renewed when you are back.',
  )
  if (session.state().error?.code !== error.code)
    session.dispatch({ type: 'refreshDeferred', error, retryAt: undefined })
  return { type: 'deferred', retryAt: platform.now() + options.backoffMaxMs, error }
}
