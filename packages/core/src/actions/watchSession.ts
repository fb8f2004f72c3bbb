import type { AuthClient } from '../createAuthClient.ts'
import type { SessionParameters } from '../types/SessionParameters.ts'
import type { Session } from '../types/SessionSnapshot.ts'
import { isSameSession } from '../utils/isSameSession.ts'
import { getSession } from './getSession.ts'

export interface WatchSessionParameters extends SessionParameters {
  /** Called with the session after a change and before it. */
  onChange: (session: Session, before: Session) => void
}
export type WatchSessionReturnType = () => void

/**
 * Calls `onChange` when a session changes, but not when its tokens are refreshed. Returns a function that stops it.
 *
 * @example
 * ```ts
 * import { createAuthClient, tako, watchSession } from '@takokit/core'
 *
 * const auth = createAuthClient({ providers: [tako()] })
 * const unwatch = watchSession(auth, {
 *   onChange: (session) => document.body.classList.toggle('member', session.status === 'signedIn'),
 * })
 * ```
 *
 * @throws {TakoKitError} `config/unknown-provider`.
 */
export function watchSession(
  client: AuthClient,
  { onChange, ...which }: WatchSessionParameters,
): WatchSessionReturnType {
  let before = getSession(client, which)
  return client.subscribe(() => {
    const session = getSession(client, which)
    if (isSameSession(session, before)) return
    const previous = before
    before = session
    onChange(session, previous)
  })
}
