import type { Engine } from './Engine.ts'

/** Stores that the server has heard of a sign-out: no page has to deliver it any more. */
export async function noteHeard(engine: Engine, key: string, sid: string): Promise<void> {
  await engine
    .store()
    .then((store) =>
      store.update(key, ({ record, tombstone }) =>
        tombstone?.sid === sid
          ? { record, tombstone: { ...tombstone, unheard: undefined } }
          : undefined,
      ),
    )
    .catch(() => {})
}
