'use client'

import type { AuthClient } from '@takokit/core'
import { useCallback, useSyncExternalStore } from 'react'
import { useEntries } from '../hooks/useEntries.ts'
import { useLock } from '../hooks/useLock.ts'
import { useNow } from '../hooks/useNow.ts'
import { toLane } from '../log/toLane.ts'
import { sentenceOf } from '../words/sentenceOf.ts'
import { SessionFacts } from './SessionFacts.tsx'
import { SessionNotes } from './SessionNotes.tsx'
import { Track } from './Track.tsx'

export interface SessionViewProps {
  client: AuthClient
  provider: string
  account?: string | undefined
  lifetimeMs?: number | undefined
}

/** One session: facts, its timeline over all tabs, what it waits for. */
export function SessionView({ client, provider, account, lifetimeMs }: SessionViewProps) {
  const read = useCallback(
    () => client.getSnapshot({ provider, account }),
    [client, provider, account],
  )
  const snapshot = useSyncExternalStore(client.subscribe, read, read)
  const entries = useEntries(client, { provider, account })
  const { tabId } = client
  const nowAt = useNow(client['~engine'].platform.now)
  const lock = useLock(client, snapshot)
  const lane = toLane({ entries, snapshot, tabId })
  const last = entries.at(-1)
  return (
    <div className="session" data-status={snapshot.status} data-refresh={snapshot.refreshStatus}>
      <SessionFacts {...{ snapshot, entries, tabId, nowAt, lifetimeMs }} />
      <Track
        {...{ client, lane, snapshot, nowAt }}
        label={last ? `Latest: ${sentenceOf(last.event)}` : 'Nothing happened yet'}
      />
      <SessionNotes {...{ lane, entries, snapshot, lock, tabId, nowAt }} />
    </div>
  )
}
