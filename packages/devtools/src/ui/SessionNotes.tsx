'use client'

import type { SessionSnapshot } from '@takokit/core'
import type { LockState } from '../hooks/useLock.ts'
import type { Lane } from '../log/Lane.ts'
import type { LogEntry } from '../types/LogEntry.ts'
import { formatClock } from '../words/formatClock.ts'
import { formatDistance } from '../words/formatDistance.ts'
import { tabName } from '../words/tabName.ts'

export interface SessionNotesProps {
  lane: Lane
  entries: readonly LogEntry[]
  snapshot: SessionSnapshot
  lock: LockState | undefined
  tabId: string
  nowAt: number
}

/** What a session waits for, who has its lock, and why it ended. */
export function SessionNotes({ lane, entries, snapshot, lock, tabId, nowAt }: SessionNotesProps) {
  const isSignedIn = snapshot.status === 'signedIn'
  const ended = entries.findLast(({ event }) => event.type === 'sessionEnded')
  const notes = [
    isSignedIn && lane.failures
      ? `${lane.failures.count} failed (${lane.failures.code}); tries again ${formatDistance(snapshot.nextRefreshAt, nowAt)}.`
      : '',
    isSignedIn && lock ? lockText(lock) : '',
    snapshot.status === 'signedOut' && ended?.event.type === 'sessionEnded'
      ? `Ended ${formatClock(ended.event.at)} in ${tabName(ended.tab, tabId)}: ${snapshot.reason ?? ended.event.reason}.`
      : '',
  ]
  return <p className="notes">{notes.filter(Boolean).join(' ')}</p>
}

function lockText({ isHeld, waiting }: LockState): string {
  if (!isHeld) return 'Lock: free.'
  return waiting === 0 ? 'Lock: held by a tab.' : `Lock: held by a tab, ${waiting} waiting.`
}
