import type { RelayEngine } from '../RelayEngine.ts'
import type { RelaySession } from '../types/RelaySession.ts'
import { takeShare } from '../upstream/takeShare.ts'
import { leftMs } from './lifetime.ts'

/** Whether a page asks for its renewal: after four fifths of the token's lifetime, and never before its half. */
export function isDue(session: RelaySession, engine: Pick<RelayEngine, 'now'>): boolean {
  return leftMs(session, engine) <= session.lifetimeMs / 2
}

/**
 * How long a renewal must wait before it may be sent; 0 for none. One that is due never waits. A caller that asks again and
 * again long before would use up the provider's allowance for all.
 */
export async function admitRenewal(
  engine: RelayEngine,
  provider: string,
  session: RelaySession,
): Promise<number> {
  const { rateLimits, store } = engine
  if (!rateLimits || isDue(session, engine)) return 0
  // Keyed by account, so that a new session for each renewal does not bypass the limit.
  const { account, sid } = session
  const whose = /^0x[\da-f]{40}$/i.test(account) ? `${provider}:${account.toLowerCase()}` : sid
  const key = `limit:earlyRenewals:${whose}`
  return (await store.take(key, rateLimits.earlyRenewals)) || takeShare(engine, provider, 'early')
}
