import type { SessionSnapshot } from '../types/SessionSnapshot.ts'
import type { SessionState } from './transition.ts'

/** What consumers see of a session's state. */
export function toSnapshot(
  provider: string,
  account: string | undefined,
  { grant, status, step, refreshStatus, reason, error, retryAt }: SessionState,
  nextRefreshAt: number | undefined,
): SessionSnapshot {
  const record = grant?.record
  return {
    provider,
    account,
    address: record?.address,
    status,
    step,
    refreshStatus,
    reason,
    error,
    token: grant?.tokens?.accessToken,
    sid: record?.sid,
    gen: record?.gen ?? 0,
    startedAt: record?.startedAt,
    refreshedAt: record?.requestedAt,
    refreshedBy: record?.by,
    expiresAt: record && record.requestedAt + record.lifetimeMs,
    nextRefreshAt: nextRefreshAt ?? retryAt,
  }
}
