'use client'

import type { AuthClient, SessionParameters, SessionSnapshot } from '@takokit/core'
import { useMemo, useSyncExternalStore } from 'react'
import { restoringSnapshot } from './restoringSnapshot.ts'

/**
 * Follows what `select` makes of a session. It renders when that is no longer the same by `isSame`; on a server, and while
 * its page hydrates, nothing is known yet.
 */
export function useSelected<selected>(
  client: AuthClient,
  { provider, account }: SessionParameters,
  select: (snapshot: SessionSnapshot) => selected,
  isSame: (one: selected, other: selected) => boolean,
): selected {
  const [get, getOnServer] = useMemo(() => {
    let seen: SessionSnapshot | undefined
    let selected: selected | undefined
    const get = () => {
      const snapshot = client.getSnapshot({ provider, account })
      if (snapshot === seen && selected !== undefined) return selected
      seen = snapshot
      const next = select(snapshot)
      if (selected === undefined || !isSame(selected, next)) selected = next
      return selected
    }
    const first = select(restoringSnapshot(provider ?? client.providers[0]?.name ?? '', account))
    return [get, () => first]
  }, [client, provider, account, select, isSame])
  return useSyncExternalStore(client.subscribe, get, getOnServer)
}
