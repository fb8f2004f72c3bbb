import type { RefreshEngine } from './RefreshEngine.ts'
import type { HeldTokens } from './HeldTokens.ts'
import { backoffMs } from './backoffMs.ts'

/** Tokens that this tab holds and could not store. */
export interface UnsavedTokens {
  hasUnsaved: () => boolean
  /** Tells other tabs, before they get the lock, that the storage lags behind. */
  enter: (held: HeldTokens) => Promise<void>
  leave: () => void
}

/** Keeps tokens that the storage refused: a lock tells other tabs that the stored ones are used up. Retries to store them. */
export function holdUnsavedTokens(
  { platform, options, store }: RefreshEngine,
  key: string,
  lockName: string,
  onStored: () => void,
): UnsavedTokens {
  let unsaved: { held: HeldTokens; release: (() => void) | undefined } | undefined
  let stopTimer = () => {}

  function leave(): void {
    stopTimer()
    unsaved?.release?.()
    unsaved = undefined
  }

  async function save(failures: number): Promise<void> {
    const held = unsaved?.held
    if (!held) return
    const { record, tokens } = held
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
    if (unsaved?.held !== held) return
    if (isSaved) {
      leave()
      onStored()
    } else
      stopTimer = platform.setTimer(() => void save(failures + 1), backoffMs(failures, 1, options))
  }

  return {
    hasUnsaved: () => unsaved !== undefined,
    leave,
    async enter(held: HeldTokens) {
      stopTimer()
      // The lock stays held from one generation to the next.
      const release = unsaved?.release
      const entry: typeof unsaved = { held, release }
      unsaved = entry
      stopTimer = platform.setTimer(() => void save(2), backoffMs(1, 1, options))
      if (release) return
      const taken = await platform.locks?.hold(`${lockName}:ahead`, options.lockWaitMs)
      if (unsaved === entry) entry.release = taken
      else taken?.()
    },
  }
}
