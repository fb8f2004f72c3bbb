import type { SessionRecord } from '../types/SessionRecord.ts'
import type { BeginParameters } from './BeginParameters.ts'
import type { Engine } from './Engine.ts'
import { isNewerRecord } from '../refresh/isNewerRecord.ts'
import { endedSessions } from './endedSessions.ts'
import { sidOf } from './sidOf.ts'

/**
 * Writes the record of a new session over any stored one, with a higher generation, and starts it in this tab. Returns `false`
 * for a relay's session that was signed out while the relay could not be reached.
 */
export async function beginSession(engine: Engine, parameters: BeginParameters): Promise<boolean> {
  const { platform, tabId } = engine
  const { session, provider, account, address, tokens, requestedAt, monotonicAt } = parameters
  const { lifetimeMs, refreshExpiresAt, subject } = tokens
  const earlier = endedSessions(session).map(({ startedAt }) => startedAt + 1)
  const record: SessionRecord = {
    v: 1,
    provider: provider.name,
    account,
    api: session.api,
    address,
    sid: sidOf(tokens) ?? platform.randomId(),
    gen: (session.held()?.record.gen ?? 0) + 1,
    status: 'signedIn',
    // Newer than every session that is known here, even if the clock was set back.
    startedAt: Math.max(platform.now(), ...earlier),
    requestedAt,
    lifetimeMs,
    refreshExpiresAt,
    subject,
    by: tabId,
    failures: 0,
    refusals: 0,
    lost: false,
  }
  let isOver = false
  try {
    const store = await engine.store()
    // From now on a duplicate of this tab begins signed out.
    if (store.clonedWithTab) await session.claim(record.sid)
    await store.update(
      session.key,
      (rows) => {
        isOver = rows.tombstone?.sid === record.sid
        if (isOver) return undefined
        record.gen = Math.max(
          record.gen,
          (rows.record?.gen ?? 0) + 1,
          (rows.tombstone?.gen ?? 0) + 1,
        )
        record.startedAt = Math.max(record.startedAt, (rows.record?.startedAt ?? 0) + 1)
        return { ...rows, record }
      },
      provider.relayed ? undefined : tokens,
    )
  } catch {
    platform.warn('The browser refused to store the session: it will end with this page.')
  }
  if (isOver) return false
  const held = { record, tokens, monotonicAt, jitter: platform.random() }
  // Another tab may have signed in again meanwhile.
  const current = session.held()
  const isReplaced = current && isNewerRecord(current.record, record)
  session.dispatch({ type: 'sessionStarted', held: isReplaced ? current : held })
  return true
}
