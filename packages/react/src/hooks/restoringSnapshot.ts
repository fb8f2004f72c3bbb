import type { SessionSnapshot } from '@takokit/core'

/** What is known of a session before anything was read. All that it leaves out is `undefined`. */
export function restoringSnapshot(provider: string, account: string | undefined): SessionSnapshot {
  const known = { provider, account, status: 'restoring', refreshStatus: 'idle', gen: 0 }
  return known as SessionSnapshot
}
