import type { RelayEngine } from '../RelayEngine.ts'
import type { RelaySession } from '../types/RelaySession.ts'
import { takeShare } from '../upstream/takeShare.ts'
import type { ProviderHealth } from './health.ts'
import { leftMs } from './lifetime.ts'

/**
 * How long a renewal must wait before it may be sent; 0 for none. A page asks after four fifths of a token's lifetime. A
 * caller that asks again and again long before would use up the provider's allowance for all.
 */
export async function admitRenewal(
  engine: RelayEngine,
  provider: string,
  session: RelaySession,
  health?: ProviderHealth | undefined,
): Promise<number> {
  const { rateLimits, store } = engine
  if (!rateLimits) return 0
  if (leftMs(session, engine) <= session.lifetimeMs / 2)
    // After an outage it has been counted already.
    return health?.state === 'back' ? 0 : takeShare(engine, provider, 'due')
  // Keyed by account, so that a new session for each renewal does not bypass the limit.
  const { account, sid } = session
  const whose = /^0x[\da-f]{40}$/i.test(account) ? `${provider}:${account.toLowerCase()}` : sid
  const key = `limit:earlyRenewals:${whose}`
  return (await store.take(key, rateLimits.earlyRenewals)) || takeShare(engine, provider, 'early')
}
