import type { ProviderName } from '@takokit/core'
import { useAuthToken } from '@takokit/react'
import { auth } from '../lib/auth.ts'
import { useLifetimes } from '../lib/lifetimes.ts'
import { useNow } from '../lib/useNow.ts'
import { useTimeline } from '../lib/useTimeline.ts'
import { clock, distance, length, shortAddress } from '../lib/words.ts'
import { Timeline } from './Timeline.tsx'

const states = {
  restoring: 'Looking for a session…',
  signedOut: 'Signed out',
  signingIn: 'Signing in…',
  signedIn: 'Signed in',
}

/** The current session: its account and expiry, and when and by which tab it was refreshed. */
export function SessionPanel({ provider }: { provider: ProviderName }) {
  const {
    status,
    refreshStatus,
    account,
    expiresAt,
    refreshedAt,
    refreshedBy,
    nextRefreshAt,
    error,
    gen,
  } = useAuthToken(provider)
  const events = useTimeline(provider)
  const nowAt = useNow()
  const lifetimeMs = useLifetimes()[provider]
  const isSignedIn = status === 'signedIn'
  return (
    <div className="session" data-status={status} data-refresh={refreshStatus}>
      <dl>
        <div>
          <dt>State</dt>
          <dd data-testid={`${provider}-state`}>
            {states[status]}
            {isSignedIn && refreshStatus !== 'idle' ? ` · ${refreshStatus}` : ''}
          </dd>
        </div>
        <div>
          <dt>Who</dt>
          <dd title={account}>{isSignedIn && account ? shortAddress(account) : 'Nobody yet'}</dd>
        </div>
        <div>
          <dt>Fetched</dt>
          <dd>
            {refreshedAt === undefined ? 'When you sign in' : clock(refreshedAt)}
            {refreshedBy && (
              <small> {refreshedBy === auth.tabId ? 'by this tab' : 'by another tab'}</small>
            )}
          </dd>
        </div>
        <div>
          <dt>Valid until</dt>
          <dd title={clock(expiresAt)}>
            {expiresAt === undefined ? 'No token yet' : distance(expiresAt, nowAt)}
          </dd>
        </div>
        <div>
          <dt>Next refresh</dt>
          <dd title={clock(nextRefreshAt)}>
            {isSignedIn ? distance(nextRefreshAt, nowAt) : 'By itself'}
          </dd>
        </div>
        {lifetimeMs !== undefined && (
          <div>
            <dt>Tokens live for</dt>
            <dd data-testid={`${provider}-lifetime`}>{length(lifetimeMs)}</dd>
          </div>
        )}
        <div>
          <dt>Refreshes</dt>
          <dd data-testid={`${provider}-gen`}>
            {isSignedIn
              ? Math.max(
                  gen -
                    (events.find(
                      (event) => event.type === 'sessionStarted' || event.type === 'restored',
                    )?.gen ?? gen),
                  0,
                )
              : '0'}
          </dd>
        </div>
      </dl>
      <Timeline
        events={events}
        expiresAt={isSignedIn ? expiresAt : undefined}
        nextAt={isSignedIn ? nextRefreshAt : undefined}
      />
      {error && (
        <p className="trouble" role="status">
          {error.message}
        </p>
      )}
    </div>
  )
}
