import type { SessionSnapshot } from '@takokit/core'

/** What is known of a session before anything was read. */
export function restoringSnapshot(provider: string, account: string | undefined): SessionSnapshot {
  return {
    provider,
    account,
    address: undefined,
    status: 'restoring',
    step: undefined,
    refreshStatus: 'idle',
    reason: undefined,
    error: undefined,
    token: undefined,
    sid: undefined,
    gen: 0,
    startedAt: undefined,
    refreshedAt: undefined,
    refreshedBy: undefined,
    expiresAt: undefined,
    nextRefreshAt: undefined,
  }
}
