import type { AuthClient, SessionSnapshot } from '@takokit/core'
import type { StartedClient } from './firstSnapshot.ts'
import type { InitialSession } from './InitialSession.ts'

/** The client, signed in where it would be restoring. Each server render has its own: the client itself knows nobody. */
export function startAt(client: AuthClient, initial: InitialSession): StartedClient {
  let known: SessionSnapshot | undefined
  const first: StartedClient['first'] = (which, now = client.getSnapshot(which)) =>
    now.status === 'restoring' &&
    now.provider === initial.provider &&
    (which?.account ?? initial.account) === initial.account
      ? (known ??= { ...now, ...initial, status: 'signedIn' } as SessionSnapshot)
      : now
  return { ...client, first, getSnapshot: first }
}
