import type { SessionRecord } from '../types/SessionRecord.ts'
import type { TokenSet } from '../types/TokenSet.ts'

/** The record of the next generation: failures of the previous one no longer count. */
export function renewRecord(
  before: SessionRecord,
  { lifetimeMs, refreshExpiresAt, subject }: TokenSet,
  requestedAt: number,
  by: string,
): SessionRecord {
  return {
    ...before,
    gen: before.gen + 1,
    requestedAt,
    lifetimeMs,
    refreshExpiresAt,
    subject: before.subject ?? subject,
    by,
    attempt: undefined,
    failures: 0,
    throttled: undefined,
    refusals: 0,
    lost: false,
    retryAt: undefined,
    triedAt: undefined,
    failedAt: undefined,
  }
}
