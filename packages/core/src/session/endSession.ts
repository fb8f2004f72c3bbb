import { TakoKitError } from '../errors/TakoKitError.ts'
import type { Revoked } from '../types/Revoked.ts'
import type { SessionRows } from '../types/SessionStore.ts'
import type { TokenSet } from '../types/TokenSet.ts'
import type { SessionController } from './SessionController.ts'
import type { Engine } from './Engine.ts'
import { noteHeard } from './noteHeard.ts'
import { noTokens, revokeTokens } from '../refresh/revokeTokens.ts'

export interface EndParameters {
  session: SessionController
  sid: string
  lockName: string
  /** Called when the session is over in this tab. */
  onEnded: () => void
}

/** Another refresh between reading and ending is not expected more often. */
const maxReads = 3

/**
 * Signs out: writes the tombstone, tells the other tabs, clears memory, then, under the lock, revokes the tokens at the provider.
 * Returns the result of the revocation.
 */
export async function endSession(engine: Engine, parameters: EndParameters): Promise<Revoked> {
  const { platform, options } = engine
  const { session, sid, lockName, onEnded } = parameters
  const { provider, key, account = '' } = session
  let stored: { gen: number; tokens: TokenSet | undefined } | undefined
  let failure: { cause: unknown } | undefined
  let isShared = false

  const addTombstone = ({ record }: SessionRows): SessionRows => ({
    record: record?.sid === sid ? { ...record, status: 'signedOut', attempt: undefined } : record,
    tombstone: {
      v: 1,
      sid,
      gen: Math.max(record?.gen ?? 0, session.held()?.record.gen ?? 0) + 1,
      at: platform.now(),
      // At once: the page may be closed before the server has answered.
      unheard: provider.relayed,
    },
  })

  try {
    const store = await engine.store()
    isShared = store.shared
    let isWritten = false
    for (let reads = 0; !isWritten; reads++) {
      const before = provider.revoke && (await store.read(key).catch(() => undefined))
      if (before?.record?.sid === sid) stored = { gen: before.record.gen, tokens: before.tokens }
      // Another tab may have refreshed the tokens just now: the newest tokens are the ones to revoke.
      const isNewest = ({ record }: SessionRows) =>
        !provider.revoke || record?.sid !== sid || record.gen <= (stored?.gen ?? 0)
      isWritten = await store.update(key, (rows) =>
        reads >= maxReads || isNewest(rows) ? addTombstone(rows) : undefined,
      )
    }
  } catch (cause) {
    failure = { cause }
  }
  const mine = session.held()?.record.sid === sid ? session.held() : undefined
  const isBehind = (stored?.gen ?? 0) > (mine?.record.gen ?? 0)
  const tokens = (isBehind ? stored?.tokens : mine?.tokens) ?? (provider.relayed && noTokens)
  if (mine) onEnded()
  let revoked: Revoked = provider.revoke ? false : 'unsupported'
  if (tokens && provider.revoke && platform.isOnline()) {
    const revoke = () => revokeTokens(engine, provider, { tokens, account })
    // Waits for a refresh in flight, so that tokens which it brings are not used afterwards.
    const locks = isShared || provider.session === 'cookie' ? platform.locks : undefined
    const turn = await locks?.run(lockName, options.lockWaitMs, revoke)
    revoked = turn ? turn.result : await revoke()
  }
  // The cookie of a backend without a sign-out stays good: a reload must not take it up again.
  if (provider.relayed && provider.revoke && revoked !== false) await noteHeard(engine, key, sid)
  session.emit({ type: 'signedOut', revoked })
  if (failure)
    throw new TakoKitError(
      'storage/failed',
      'You are signed out here, but the browser refused to note it. Clear this site’s data to be sure.',
      failure,
    )
  return revoked
}
