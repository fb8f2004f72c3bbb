import type { SessionSnapshot } from '../types/SessionSnapshot.ts'
import type { SessionState } from './SessionState.ts'

/** The part of a session's state that consumers see. */
export function toSnapshot(
  provider: string,
  account: string | undefined,
  { held, status, step, refreshStatus, reason, error, retryAt }: SessionState,
  nextRefreshAt: number | undefined,
): SessionSnapshot {
  const record = held?.record
  return {
    provider,
    account,
    address: record?.address,
    status,
    step,
    refreshStatus,
    reason,
    error,
    token: held?.tokens?.accessToken || undefined,
    sid: record?.sid,
    gen: record?.gen ?? 0,
    startedAt: record?.startedAt,
    refreshedAt: record?.requestedAt,
    refreshedBy: record?.by,
    expiresAt: record && record.requestedAt + record.lifetimeMs,
    nextRefreshAt: nextRefreshAt ?? retryAt,
  }
}
