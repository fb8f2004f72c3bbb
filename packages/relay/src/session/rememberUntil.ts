import type { RelayEngine } from '../RelayEngine.ts'

const dayMs = 86_400_000

/**
 * Until when a session's cookie is accepted and its end is remembered: past the refresh token's expiry as announced, because
 * the provider alone decides about it, and never past the session's absolute end.
 */
export function rememberUntil(
  { now, timing }: Pick<RelayEngine, 'now' | 'timing'>,
  { refreshExpiresAt, startedAt }: { refreshExpiresAt?: number | undefined; startedAt?: number },
): number {
  const nowAt = now()
  const byProvider = refreshExpiresAt === undefined ? 0 : refreshExpiresAt + dayMs
  const untilAt = Math.min(Math.max(nowAt + timing.sessionMs, byProvider), nowAt + 400 * dayMs)
  return startedAt === undefined ? untilAt : Math.min(untilAt, startedAt + timing.maxSessionMs)
}
