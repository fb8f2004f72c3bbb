import type { AuthClient } from '@takokit/core'
import { useSyncExternalStore } from 'react'
import { eventLogOf } from '../log/eventLogOf.ts'
import type { LogEntry } from '../types/LogEntry.ts'

export interface EntriesOf {
  provider?: string | undefined
  account?: string | undefined
}

/** The events of a client over all tabs, oldest first: of all its sessions, or of some. */
export function useEntries(client: AuthClient, of: EntriesOf = {}): readonly LogEntry[] {
  const { subscribe, entries } = eventLogOf(client)
  const all = useSyncExternalStore(subscribe, entries, entries)
  return all.filter(
    ({ event }) =>
      (of.provider === undefined || event.provider === of.provider) &&
      // Before the wallet has signed, an event has no account yet.
      (of.account === undefined || event.account === undefined || event.account === of.account),
  )
}
