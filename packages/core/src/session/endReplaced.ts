import type { Engine } from './Engine.ts'
import type { SessionController } from './SessionController.ts'

/**
 * Ends the sessions of other accounts, here and in the other tabs, when an account signs in to a backend whose session is a cookie: a
 * browser has only one. The backend is not told, because that would end the new session.
 */
export async function endReplaced(
  engine: Engine,
  session: SessionController,
  all: readonly SessionController[],
): Promise<void> {
  const { provider } = session
  if (provider.session !== 'cookie') return
  const at = engine.platform.now()
  const replaced = all.filter((one) => one !== session && one.provider === provider && one.held())
  await Promise.all(
    replaced.map(async (one) => {
      const sid = one.held()?.record.sid
      const end = async () => {
        const store = await engine.store()
        await store.update(one.key, ({ record }) =>
          sid !== undefined && record?.sid === sid
            ? {
                record: { ...record, status: 'signedOut', attempt: undefined },
                tombstone: { v: 1, sid, gen: record.gen + 1, at },
              }
            : undefined,
        )
      }
      await end().catch(() => {})
      if (one.held()?.record.sid === sid)
        one.dispatch({ type: 'sessionEnded', reason: 'account-changed', isOwn: true })
    }),
  )
}
