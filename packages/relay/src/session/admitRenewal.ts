import type { RelayEngine } from '../RelayEngine.ts'
import type { RelaySession } from '../types/RelaySession.ts'
import { takeShare } from '../upstream/takeShare.ts'
import { leftMs } from './lifetime.ts'

/**
 * How long a renewal has to wait before it may be sent, 0 where it may be now. A page asks when four fifths of a token's life
 * are over; who asks long before that, again and again, would use up what the provider allows everybody.
 */
export async function admitRenewal(
  engine: RelayEngine,
  provider: string,
  session: RelaySession,
): Promise<number> {
  const { rateLimits, store } = engine
  if (!rateLimits) return 0
  if (leftMs(session, engine) <= session.lifetimeMs / 2) return takeShare(engine, provider, 'due')
  // A new session for each renewal brings nothing.
  const { account, sid } = session
  const whose = /^0x[\da-f]{40}$/i.test(account) ? `${provider}:${account.toLowerCase()}` : sid
  const key = `limit:earlyRenewals:${whose}`
  return (await store.take(key, rateLimits.earlyRenewals)) || takeShare(engine, provider, 'early')
}
