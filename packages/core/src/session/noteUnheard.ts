import type { Engine } from './Engine.ts'

/** Stores whether a sign-out still has to be delivered: the next page does that before it takes a session up. */
export async function noteUnheard(
  engine: Engine,
  key: string,
  { sid, isUnheard }: { sid: string; isUnheard: boolean },
): Promise<void> {
  const unheard = isUnheard || undefined
  await engine
    .store()
    .then((store) =>
      store.update(key, ({ record, tombstone }) =>
        tombstone?.sid === sid ? { record, tombstone: { ...tombstone, unheard } } : undefined,
      ),
    )
    .catch(() => {})
}
