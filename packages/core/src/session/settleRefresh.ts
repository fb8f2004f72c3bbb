import type { Need } from '../refresh/nextTryAt.ts'
import type { RefreshResult } from '../refresh/RefreshResult.ts'
import { revokeTokens } from '../refresh/revokeTokens.ts'
import type { WorkerContext } from './WorkerContext.ts'

/** Applies the result of a refresh to the session that it began with. */
export function settleRefresh(
  context: WorkerContext,
  result: RefreshResult,
  sid: string | undefined,
): void {
  const { engine, session, unsaved, ending } = context
  const { provider, account = '' } = session
  // A cookie is no late token: the sign-out tells the backend, and whoever signs in next has the same cookie.
  if (result.type === 'ended' && result.late && provider.session !== 'cookie')
    void revokeTokens(engine, provider, { tokens: result.late, account })
  // This tab has signed out or signed in again meanwhile: the result belongs to another session.
  if (session.held()?.record.sid !== sid || session.isDisposed()) return unsaved.leave()
  if (result.type === 'deferred') {
    // A wait that the provider asked for is never shortened.
    const isOwnWait = result.error && result.error.code !== 'provider/throttled'
    const retryAt = isOwnWait ? visibleRetryAt(context, result) : result.retryAt
    session.dispatch({ type: 'refreshDeferred', error: result.error, retryAt })
  } else if (result.type === 'ended') ending.finish(result.reason, result.isOwn, result.error)
  else {
    const isOwn = result.type === 'renewed'
    if (isOwn && result.isSaved) unsaved.leave()
    session.dispatch({ type: 'tokensRefreshed', held: result.held, isOwn })
    if (result.type === 'adopted' && result.isUntold) session.dispatch({ type: 'tokensStored' })
  }
}

/** A visible tab ends a long back-off, chosen while its token was good, once the token has expired. */
function visibleRetryAt(
  context: WorkerContext,
  { retryAt, need = 'none' }: { retryAt: number; need?: Need },
): number {
  const { engine, session } = context
  const { platform, options } = engine
  const held = session.held()
  if (!held || need !== 'none' || !platform.isVisible()) return retryAt
  const goodUntil = held.record.requestedAt + held.record.lifetimeMs
  return Math.min(retryAt, Math.max(goodUntil, platform.now() + options.visibleBackoffMaxMs))
}
