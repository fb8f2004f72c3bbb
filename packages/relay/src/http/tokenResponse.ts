import type { RelayEngine, Trace } from '../RelayEngine.ts'
import { handleOf } from '../session/handleOf.ts'
import { leftMs } from '../session/lifetime.ts'
import type { RelaySession } from '../types/RelaySession.ts'
import { finishResponse } from './finishResponse.ts'
import type { RelayAnswer } from './RelayAnswer.ts'

/** The response with an access token: what the page needs, and nothing else of the session. */
export function tokenResponse(
  engine: Pick<RelayEngine, 'now'>,
  { requestId }: Trace,
  session: RelaySession,
  cookies?: readonly string[],
): RelayAnswer {
  const { accessToken, account } = session
  const expiresInMs = Math.max(0, leftMs(session, engine))
  return finishResponse(
    { accessToken, expiresInMs, subject: account, handle: handleOf(session) },
    { status: 200, requestId, cookies },
  )
}
