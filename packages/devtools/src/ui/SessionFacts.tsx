'use client'

import type { SessionSnapshot } from '@takokit/core'
import type { ReactNode } from 'react'
import type { LogEntry } from '../types/LogEntry.ts'
import { formatClock } from '../words/formatClock.ts'
import { formatDistance } from '../words/formatDistance.ts'
import { formatDuration } from '../words/formatDuration.ts'
import { shorten } from '../words/shorten.ts'

export interface SessionFactsProps {
  snapshot: SessionSnapshot
  entries: readonly LogEntry[]
  tabId: string
  nowAt: number
  /** How long tokens live that are issued from now on, if that is known. */
  lifetimeMs?: number | undefined
}

const states = {
  restoring: 'Looking for a session…',
  signedOut: 'Signed out',
  signingIn: 'Signing in…',
  signedIn: 'Signed in',
}

/** A session in words: its account, how long its tokens live, and by which tab they were fetched. */
export function SessionFacts({ snapshot, entries, tabId, nowAt, lifetimeMs }: SessionFactsProps) {
  const { provider, status, account, gen, refreshStatus, refreshedAt, refreshedBy } = snapshot
  const isSignedIn = status === 'signedIn'
  const refreshes = isSignedIn ? Math.max(gen - (firstGen(entries, tabId) ?? gen), 0) : 0
  return (
    <dl>
      <Fact name={`${provider}-state`} label="State">
        {states[status]}
        {isSignedIn && refreshStatus !== 'idle' ? ` · ${refreshStatus}` : ''}
      </Fact>
      <Fact name={`${provider}-account`} label="Who">
        {isSignedIn && account ? shorten(account) : 'Nobody yet'}
      </Fact>
      <Fact name={`${provider}-fetched`} label="Fetched">
        {refreshedAt === undefined ? 'When you sign in' : formatClock(refreshedAt)}
        {refreshedBy && <small>{refreshedBy === tabId ? 'by this tab' : 'by another tab'}</small>}
      </Fact>
      <Fact name={`${provider}-expiry`} label="Valid until" title={formatClock(snapshot.expiresAt)}>
        {snapshot.expiresAt === undefined
          ? 'No token yet'
          : formatDistance(snapshot.expiresAt, nowAt)}
      </Fact>
      <Fact
        name={`${provider}-next`}
        label="Next refresh"
        title={formatClock(snapshot.nextRefreshAt)}
      >
        {isSignedIn ? formatDistance(snapshot.nextRefreshAt, nowAt) : 'By itself'}
      </Fact>
      {lifetimeMs !== undefined && (
        <Fact name={`${provider}-lifetime`} label="Tokens live for">
          {formatDuration(lifetimeMs)}
        </Fact>
      )}
      <Fact name={`${provider}-gen`} label="Refreshes">
        {refreshes}
      </Fact>
    </dl>
  )
}

/** The generation with which this tab began, or the first that the log knows. */
function firstGen(entries: readonly LogEntry[], tabId: string): number | undefined {
  const own = entries.flatMap(({ tab, event }) => (tab === tabId ? [event] : []))
  const began = own.findLast(({ type }) => type === 'sessionStarted' || type === 'restored')
  return (began ?? own.find(({ gen }) => gen > 0))?.gen
}

interface FactProps {
  name: string
  label: string
  title?: string
  children: ReactNode
}

function Fact({ name, label, title, children }: FactProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd data-testid={name} title={title}>
        {children}
      </dd>
    </div>
  )
}
