import type { AuthClient, SessionParameters, SessionSnapshot } from '@takokit/core'

/** Selects a part of a session. Returns the same object while `isSame` holds. */
export function selectSnapshot<selected>(
  client: AuthClient,
  which: SessionParameters,
  select: (snapshot: SessionSnapshot) => selected,
  isSame: (one: selected, other: selected) => boolean,
): () => selected {
  let held: { snapshot: SessionSnapshot; selected: selected } | undefined
  return () => {
    const snapshot = client.getSnapshot(which)
    if (held?.snapshot !== snapshot) {
      const selected = select(snapshot)
      held = {
        snapshot,
        selected: held && isSame(held.selected, selected) ? held.selected : selected,
      }
    }
    return held.selected
  }
}
