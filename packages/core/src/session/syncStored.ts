import { compareStored } from '../refresh/compareStored.ts'
import { toHeldTokens } from '../refresh/refreshDelay.ts'
import { storedTokens } from '../refresh/storedTokens.ts'
import { endedSessions } from './endedSessions.ts'
import type { WorkerContext } from './WorkerContext.ts'

/** Reads the record again and follows what other tabs did: refreshed it, signed out or signed in. */
export async function syncStored(context: WorkerContext, refresh: () => void): Promise<void> {
  const { engine, session, ending, demand } = context
  const store = await engine.store()
  // No other tab writes to this storage, and a copied record belongs to no tab until it is claimed.
  if (store.clonedWithTab) return
  const stored = await store.read(session.key)
  const mine = session.held()?.record
  const found = compareStored(stored, mine, endedSessions(session))
  const isNewer = found.type === 'newer' || found.type === 'replaced'
  // Each page has its own token from the relay, which is valid until it expires.
  const tokens = storedTokens(session.provider, stored)
  const isOwnToken = session.provider.relayed && !(found.type === 'newer' && session.held()?.tokens)
  const { status, refreshStatus } = session.state()
  if (isNewer && found.isActive && (tokens || isOwnToken)) {
    const held = toHeldTokens(found.record, tokens, engine.platform)
    if (status === 'restoring') session.dispatch({ type: 'restored', held })
    else session.dispatch({ type: 'tokensRefreshed', held, isOwn: false })
  } else if (mine && (found.reason || (isNewer && !found.isActive)))
    ending.finish(found.reason ?? 'signed-out-elsewhere', false)
  else if (!mine && status === 'restoring') session.dispatch({ type: 'restored', held: undefined })
  // A page that becomes visible has a shorter back-off than a hidden one.
  else if (refreshStatus === 'retrying' && demand.need() !== 'none') refresh()
}
