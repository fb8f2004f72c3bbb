import type { Engine } from './Engine.ts'
import type { Grant } from './Grant.ts'
import { backoffMs } from './backoffMs.ts'

/**
 * Keeps tokens that the storage refused to take: tells other tabs by a lock that what they can read is used up, and tries
 * to store them again.
 */
export function keepAhead(
  { platform, options, store }: Engine,
  key: string,
  lockName: string,
  onStored: () => void,
) {
  let held: { grant: Grant; release: (() => void) | undefined } | undefined
  let stopTimer = () => {}

  function leave(): void {
    stopTimer()
    held?.release?.()
    held = undefined
  }

  async function save(failures: number): Promise<void> {
    const grant = held?.grant
    if (!grant) return
    const { record, tokens } = grant
    const isSaved = await store()
      .then((rows) =>
        rows.update(
          key,
          (current) =>
            current.tombstone?.sid !== record.sid &&
            current.record?.sid === record.sid &&
            current.record.gen < record.gen
              ? { ...current, record }
              : undefined,
          tokens,
        ),
      )
      .then(() => true)
      .catch(() => false)
    if (held?.grant !== grant) return
    if (isSaved) {
      leave()
      onStored()
    } else
      stopTimer = platform.setTimer(() => void save(failures + 1), backoffMs(failures, 1, options))
  }

  return {
    isAhead: () => held !== undefined,
    leave,
    async enter(grant: Grant) {
      stopTimer()
      // Held on from one generation to the next.
      const release = held?.release
      const entry: typeof held = { grant, release }
      held = entry
      stopTimer = platform.setTimer(() => void save(2), backoffMs(1, 1, options))
      if (release) return
      const taken = await platform.locks?.hold(`${lockName}:ahead`, options.lockWaitMs)
      if (held === entry) entry.release = taken
      else taken?.()
    },
  }
}
