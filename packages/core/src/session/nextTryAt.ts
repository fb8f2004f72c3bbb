import type { SessionRecord } from '../types/SessionRecord.ts'
import type { EngineOptions } from './EngineOptions.ts'

/** How much a tab lacks a good token: not at all, in sight of a user, or while somebody asks for it. */
export type Need = 'none' | 'visible' | 'asked'

/**
 * When the next try may be made: the back-off on record, cut short where a visible tab lacks a good token. The record is one
 * for all tabs, and so is the rate. A wait that the provider asked for is never cut short.
 */
export function nextTryAt(
  { retryAt, failedAt }: Pick<SessionRecord, 'retryAt' | 'failedAt'>,
  need: Need,
  { probeMs, visibleBackoffMaxMs }: EngineOptions,
): number | undefined {
  if (retryAt === undefined || failedAt === undefined || need === 'none') return retryAt
  return Math.min(retryAt, failedAt + (need === 'asked' ? probeMs : visibleBackoffMaxMs))
}
