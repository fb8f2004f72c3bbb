import { isActiveRecord } from '../refresh/isActiveRecord.ts'
import { sessionKey } from '../utils/sessionKey.ts'
import type { SessionRecord } from '../types/SessionRecord.ts'
import type { SessionStore } from '../types/SessionStore.ts'
import { endedRows } from '../utils/endedRows.ts'
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
  const replaced = all.filter((one) => one !== session && one.provider === provider && one.held())
  const held = new Map(replaced.map((one) => [one.key, one.held()?.record.sid]))

  /** Returns the record that was ended. */
  async function end(store: SessionStore, other: string): Promise<SessionRecord | undefined> {
    let ended: SessionRecord | undefined
    await store.update(other, (rows) => {
      ended = undefined
      if (other === key || !isActiveRecord(rows)) return undefined
      const { record } = rows
      const { sid, gen } = record
      if (sid !== held.get(other) && record.requestedAt > requestedAt) return undefined
      ended = record
      return endedRows(rows, { sid, gen: gen + 1, at: platform.now() })
    })
    return ended
  }

  async function endAll(): Promise<void> {
    const store = await engine.store()
    const stored = await store.list().catch(() => [])
    const keys = stored.flatMap(({ record }) =>
      record?.provider === provider.name && record.api === api ? sessionKey(record) : [],
    )
    for (const other of new Set([...held.keys(), ...keys])) {
      const ended = await end(store, other)
      if (ended && ended.sid !== held.get(other)) tellTabs(engine, ended)
    }
  }

  await endAll().catch(() => {})
  for (const one of replaced)
    if (one.held()?.record.sid === held.get(one.key))
      await one.end('account-changed', undefined, true)
}

/** For a session that no controller of this tab holds, and could tell the others of. */
function tellTabs({ platform, namespace }: Engine, record: SessionRecord): void {
  const { provider, account, sid, gen } = record
  const channel = platform.openChannel(`takokit:${namespace}`, () => {})
  channel.post({ v: 1, provider, account, sid, gen })
  channel.close()
}
