import type { AuthClient } from '../createAuthClient.ts'
import type { Session } from '../types/SessionSnapshot.ts'
import { isSameSession } from '../utils/isSameSession.ts'
import { toSession } from './toSession.ts'

export type GetSessionsReturnType = readonly Session[]

/** The last list of each client: the same object until it changes. */
const lists = new WeakMap<AuthClient, GetSessionsReturnType>()

/**
 * Returns the sessions of all accounts that are signed in: in the order of the providers, the account in use first, then the
 * latest sign-in. Returns the same array until it changes; a refresh does not change it.
 *
 * @example
 * ```ts
 * import { createAuthClient, getSessions, tako, talkstack } from '@takokit/core'
 *
 * const auth = createAuthClient({ providers: [tako(), talkstack()] })
 * const accounts = getSessions(auth).map(({ provider, account }) => `${provider}: ${account}`)
 * ```
 */
export function getSessions(client: AuthClient): GetSessionsReturnType {
  const sessions = client['~sessions']
  const names = client.providers.map(({ name }) => name)
  const isInUse = ({ provider, account }: Session) => sessions.inUse(provider) === account
  const list = sessions
    .all()
    .filter((one) => one.held())
    .map((one) => toSession(one.snapshot()))
    .sort(
      (one, other) =>
        names.indexOf(one.provider) - names.indexOf(other.provider) ||
        Number(isInUse(other)) - Number(isInUse(one)) ||
        (other.startedAt ?? 0) - (one.startedAt ?? 0),
    )
  const before = lists.get(client)
  const isSame =
    before?.length === list.length &&
    list.every((session, index) => isSameSession(session, before[index] as Session))
  if (before && isSame) return before
  lists.set(client, list)
  return list
}
