import type { AuthClient, SessionSnapshot } from '@takokit/core'

/** What any client takes. `SessionParameters` names an application's own providers only. */
type Which = NonNullable<Parameters<AuthClient['getSnapshot']>[0]>

/** A client whose first state comes from the server, as `AuthProvider` makes it of `initialSession`. */
export interface StartedClient extends AuthClient {
  /** The snapshot to show in place of this one, which is by default the client's. */
  first?: (which?: Which, now?: SessionSnapshot) => SessionSnapshot
}

/** The snapshot of a session before storage was read, on the server and in the page. All other members are `undefined`. */
export function firstSnapshot(
  client: StartedClient,
  { provider = client.providers[0]?.name, account }: Which,
): SessionSnapshot {
  const which = { provider, account, status: 'restoring', refreshStatus: 'idle', gen: 0 }
  const now = which as SessionSnapshot
  return client.first?.(which, now) ?? now
}
