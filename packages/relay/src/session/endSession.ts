import type { Revoked, TokenProvider } from '@takokit/core'
import { openRow } from '../cookies/sealSession.ts'
import type { RelayEngine, Trace } from '../RelayEngine.ts'
import type { SessionRow } from '../types/SessionRow.ts'
import { freshRow } from './freshRow.ts'
import type { SessionCookie } from './openCookie.ts'
import { rememberUntil } from './rememberUntil.ts'
import { revokeUpstream } from './revokeUpstream.ts'
import { changeRow } from './rows.ts'
import { noteChange } from './noteChange.ts'

/**
 * Records the sign-out until no cookie of the session could be accepted any more. A renewal in flight finds the record when
 * it commits. The returned function revokes the tokens upstream.
 */
export async function endSession(
  engine: RelayEngine,
  parameters: { provider: TokenProvider; ticket: SessionCookie; trace: Trace },
): Promise<() => Promise<Revoked>> {
  const { provider, ticket, trace } = parameters
  const { sid, gen, held } = ticket
  const { name } = provider
  const latest = Math.max(ticket.untilAt, rememberUntil(engine, {}))
  let newer: string | undefined
  const end = (row: SessionRow | undefined): SessionRow | undefined => {
    if (row?.ended === 'signed-out') return undefined
    newer = row && (row.gen > gen || !held) ? row.sealed : undefined
    const ended = freshRow({
      gen: Math.max(gen, row?.gen ?? 0),
      untilAt: Math.max(latest, row?.untilAt ?? 0),
    })
    return { ...ended, ended: 'signed-out' }
  }
  function note(): void {
    noteChange(engine, 'ended', { provider, trace, reason: 'signed-out' })
  }
  async function revoke(): Promise<Revoked> {
    // If the newest generation cannot be opened with the keys at hand, the one before it is revoked instead.
    const newest = newer
      ? await openRow(engine, name, { sid, sealed: newer }).catch(() => {})
      : undefined
    const session = newest ?? held?.session
    if (session) return revokeUpstream(engine, { provider, session, trace })
    return provider.revoke ? false : 'unsupported'
  }
  try {
    if (!(await changeRow(engine, sid, end)))
      return async () => (provider.revoke ? false : 'unsupported')
  } catch (cause) {
    // Nothing is sent while the store is gone: the revocation follows when the end is written.
    engine.pendingWrites.addEnd(sid, end, () => {
      note()
      trace.waitUntil(revoke())
    })
    if (trace.isShortLived) trace.waitUntil(engine.pendingWrites.persist(sid))
    throw cause
  }
  note()
  return revoke
}
