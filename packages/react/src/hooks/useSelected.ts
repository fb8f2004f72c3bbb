'use client'

import type { AuthClient, SessionParameters, SessionSnapshot } from '@takokit/core'
import { useMemo, useSyncExternalStore } from 'react'
import { firstSnapshot } from '../auth/firstSnapshot.ts'
import { selectSnapshot } from './selectSnapshot.ts'

/**
 * Subscribes to what `select` returns for a session. Renders when `isSame` no longer holds. On a server and during
 * hydration, the session is unknown, unless the server has said who is signed in.
 */
export function useSelected<selected>(
  client: AuthClient,
  { provider, account }: SessionParameters,
  select: (snapshot: SessionSnapshot) => selected,
  isSame: (one: selected, other: selected) => boolean,
): selected {
  const [get, getOnServer] = useMemo(() => {
    const first = select(firstSnapshot(client, { provider, account }))
    return [selectSnapshot(client, { provider, account }, select, isSame), () => first] as const
  }, [client, provider, account, select, isSame])
  return useSyncExternalStore(client.subscribe, get, getOnServer)
}
