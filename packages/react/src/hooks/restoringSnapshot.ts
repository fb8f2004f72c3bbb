import type { SessionSnapshot } from '@takokit/core'

/** The snapshot of a session before storage was read. All other members are `undefined`. */
export function restoringSnapshot(provider: string, account: string | undefined): SessionSnapshot {
  const known = { provider, account, status: 'restoring', refreshStatus: 'idle', gen: 0 }
  return known as SessionSnapshot
}
