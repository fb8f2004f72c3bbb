import type { Engine } from './Engine.ts'
import type { SessionController } from './SessionController.ts'

/**
 * The lock that orders a session's requests, over all tabs. A backend's cookie belongs to whichever account signed in last, so all
 * accounts share the lock of a cookie: an answer that sets or removes it must not overtake another.
 */
export function lockNameOf(engine: Engine, session: SessionController): string {
  return cookieLockOf(engine, session) ?? `takokit:${engine.namespace}:${session.key}`
}

/** The lock of a backend's cookie; `undefined` if the provider's session is none. */
export function cookieLockOf(
  { namespace }: Engine,
  { provider, api }: Pick<SessionController, 'provider' | 'api'>,
): string | undefined {
  return provider.session === 'cookie' ? `takokit:${namespace}:${provider.name}: ${api}` : undefined
}
