import type { RelayTiming } from '../types/RelayTiming.ts'

const dayMs = 86_400_000

/**
 * Until when a session's cookie is taken and its end is remembered: past what the provider says of its refresh token, since
 * the provider alone decides whether that is over.
 */
export function rememberUntil(
  nowAt: number,
  refreshExpiresAt: number | undefined,
  { sessionMs }: Pick<RelayTiming, 'sessionMs'>,
): number {
  const byProvider = refreshExpiresAt === undefined ? 0 : refreshExpiresAt + dayMs
  return Math.min(Math.max(nowAt + sessionMs, byProvider), nowAt + 400 * dayMs)
}
