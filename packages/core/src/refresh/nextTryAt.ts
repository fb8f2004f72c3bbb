import type { SessionRecord } from '../types/SessionRecord.ts'
import type { EngineOptions } from './EngineOptions.ts'

/** How urgently a tab needs a valid token: not at all, because it is visible, or because a caller asked for one. */
export type Need = 'none' | 'visible' | 'asked'

/**
 * When the next try may be made: the stored back-off, shortened while a visible tab has no valid token. All tabs share the
 * record, and so the rate. A wait that the provider asked for is never shortened.
 */
export function nextTryAt(
  { retryAt, failedAt }: Pick<SessionRecord, 'retryAt' | 'failedAt'>,
  need: Need,
  { probeMs, visibleBackoffMaxMs }: EngineOptions,
): number | undefined {
  if (retryAt === undefined || failedAt === undefined || need === 'none') return retryAt
  return Math.min(retryAt, failedAt + (need === 'asked' ? probeMs : visibleBackoffMaxMs))
}
