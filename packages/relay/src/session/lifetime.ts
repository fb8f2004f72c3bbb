import type { RelayEngine } from '../RelayEngine.ts'
import type { RelaySession } from '../types/RelaySession.ts'

type Clock = Pick<RelayEngine, 'now'>

/** How long a session's access token is still valid. A clock that was set back does not lengthen this. */
export function leftMs({ requestedAt, lifetimeMs }: RelaySession, { now }: Clock): number {
  return Math.min(requestedAt + lifetimeMs - now(), lifetimeMs)
}

/** How long a session's access token can still be returned as it is. */
export function freshLeftMs(
  session: RelaySession,
  { now, timing }: Pick<RelayEngine, 'now' | 'timing'>,
): number {
  const { lifetimeMs } = session
  const marginMs = lifetimeMs < 300_000 ? lifetimeMs / 10 : timing.hardMarginMs
  return leftMs(session, { now }) - marginMs
}

/** Whether an access token can be returned as it is, without a renewal. */
export function isFresh(
  session: RelaySession,
  engine: Pick<RelayEngine, 'now' | 'timing'>,
): boolean {
  return freshLeftMs(session, engine) > 0
}
