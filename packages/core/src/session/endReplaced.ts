import { isActiveRecord } from '../refresh/isActiveRecord.ts'
import { sessionKey } from '../utils/sessionKey.ts'
import type { SessionRecord } from '../types/SessionRecord.ts'
import type { Engine } from './Engine.ts'
import type { SessionController } from './SessionController.ts'

/**
 * Ends the sessions of other accounts, here and in the other tabs, when an account signs in to a backend whose session is a cookie: a
 * browser has only one. The backend is not told, because that would end the new session. Also ends what this tab does not hold, but
 * nothing that another tab has requested since.
 */
export async function endReplaced(
  engine: Engine,
  session: SessionController,
  { all, requestedAt }: { all: readonly SessionController[]; requestedAt: number },
): Promise<void> {
  const { platform } = engine
  const { provider, api, key } = session
  if (provider.session !== 'cookie') return
  const held = new Map<string, string>()
  for (const one of all) {
    const sid = one.held()?.record.sid
    if (one !== session && one.provider === provider && sid) held.set(one.key, sid)
  }
  const end = async () => {
    const store = await engine.store()
    const stored = (await store.list().catch(() => [])).flatMap(({ record }) => record ?? [])
    const keys = stored
      .filter((record) => record.provider === provider.name && record.api === api)
      .map(sessionKey)
    for (const other of new Set([...held.keys(), ...keys])) {
      let ended: SessionRecord | undefined
      await store.update(other, (rows) => {
        ended = undefined
        if (other === key || !isActiveRecord(rows)) return undefined
        const { record } = rows
        if (record.sid !== held.get(other) && record.requestedAt > requestedAt) return undefined
        ended = record
        const { sid, gen } = record
        return {
          record: { ...record, status: 'signedOut', attempt: undefined },
          tombstone: { v: 1, sid, gen: gen + 1, at: platform.now() },
        }
      })
      if (ended && ended.sid !== held.get(other)) tellTabs(engine, ended)
    }
  }
  await end().catch(() => {})
  for (const one of all)
    if (one.held() && one.held()?.record.sid === held.get(one.key))
      await one.end('account-changed', undefined, true)
}

/** For a session that no controller of this tab holds, and could tell the others of. */
function tellTabs({ platform, namespace }: Engine, record: SessionRecord): void {
  const { provider, account, sid, gen } = record
  const channel = platform.openChannel(`takokit:${namespace}`, () => {})
  channel.post({ v: 1, provider, account, sid, gen })
  channel.close()
}
