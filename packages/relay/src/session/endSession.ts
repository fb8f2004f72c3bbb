import type { TokenProvider } from '@takokit/core'
import type { RelayEngine, Trace } from '../RelayEngine.ts'
import type { SessionRow } from '../types/SessionRow.ts'
import type { HeldSession } from './HeldSession.ts'
import { rememberUntil } from './rememberUntil.ts'
import { revokeUpstream } from './revokeUpstream.ts'
import { changeRow } from './rows.ts'

/**
 * Notes that a session is signed out of, until no cookie of it could be taken any more. A renewal in flight finds the note
 * when it commits. What is given back revokes the tokens upstream.
 */
export async function endSession(
  engine: RelayEngine,
  parameters: { provider: TokenProvider; held: HeldSession; trace: Trace },
): Promise<() => Promise<void>> {
  const { provider, held, trace } = parameters
  const { sid, gen, untilAt } = held.session
  const latest = Math.max(untilAt, rememberUntil(engine.now(), undefined, engine.timing))
  const end = (row: SessionRow | undefined): SessionRow | undefined =>
    row?.ended
      ? undefined
      : {
          v: 1,
          gen: Math.max(gen, row?.gen ?? 0),
          failures: 0,
          refusals: 0,
          lost: false,
          ended: 'signed-out',
          untilAt: Math.max(latest, row?.untilAt ?? 0),
        }
  try {
    await changeRow(engine, sid, end)
  } catch (cause) {
    engine.unsaved.add(sid, end)
    throw cause
  }
  const { name } = provider
  engine.metric({ type: 'session', provider: name, change: 'ended', reason: 'signed-out' })
  engine.log({
    level: 'info',
    event: 'session-ended',
    requestId: trace.requestId,
    provider: name,
    reason: 'signed-out',
  })
  return () => revokeUpstream(engine, { provider, session: held.session, trace })
}
