import type { Engine } from './Engine.ts'
import type { SessionController } from './SessionController.ts'

/**
 * The lock that orders a session's requests, over all tabs. A backend's cookie belongs to whichever account signed in last, so all
 * accounts share the lock of a cookie: an answer that sets or removes it must not overtake another.
 */
export function lockNameOf(
  { namespace }: Engine,
  { provider, api, key }: Pick<SessionController, 'provider' | 'api' | 'key'>,
): string {
  const name = provider.session === 'cookie' ? `${provider.name}: ${api}` : key
  return `takokit:${namespace}:${name}`
}
