import type { RelayEngine, Trace } from '../RelayEngine.ts'
import { handleOf } from '../session/handleOf.ts'
import type { RelaySession } from '../types/RelaySession.ts'
import { finishResponse } from './finishResponse.ts'

/** The answer that brings an access token: what the page needs, and nothing else of the session. */
export function tokenResponse(
  { now }: Pick<RelayEngine, 'now'>,
  { requestId }: Trace,
  session: RelaySession,
  cookies?: readonly string[],
): Response {
  const { accessToken, account, requestedAt, lifetimeMs } = session
  const expiresInMs = Math.max(0, requestedAt + lifetimeMs - now())
  return finishResponse(
    { accessToken, expiresInMs, subject: account, handle: handleOf(session) },
    { status: 200, requestId, cookies },
  )
}
