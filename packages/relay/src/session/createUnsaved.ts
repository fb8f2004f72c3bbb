import type { RelayEngine } from '../RelayEngine.ts'
import type { SessionRow } from '../types/SessionRow.ts'
import { changeRow } from './rows.ts'

export type Unsaved = ReturnType<typeof createUnsaved>

type RowChange = (row: SessionRow | undefined) => SessionRow | undefined

interface Waiting {
  change: RowChange
  /** Called where the change is not wanted any more. */
  onObsolete: (() => void) | undefined
}

/** As many are remembered; they are gone with the process. */
const maxWaiting = 10_000
const retryMs = { first: 100, most: 2_000 }

/**
 * Keeps what could not be written because the store was gone, and writes it as soon as it is back: a renewed session that
 * the others should adopt, a sign-out that must not be forgotten.
 */
export function createUnsaved(
  engine: Pick<RelayEngine, 'store' | 'now' | 'timing' | 'tokensIn' | 'setTimer'>,
) {
  const waiting = new Map<string, Waiting>()
  let stop: (() => void) | undefined
  let delayMs = retryMs.first

  async function flush(sid: string): Promise<void> {
    const entry = waiting.get(sid)
    if (!entry) return
    const isWritten = await changeRow(engine, sid, entry.change)
    if (waiting.get(sid) !== entry) return
    waiting.delete(sid)
    if (!isWritten) entry.onObsolete?.()
  }

  async function flushAll(): Promise<void> {
    for (const sid of [...waiting.keys()]) await flush(sid)
  }

  function schedule(): void {
    if (stop || waiting.size === 0) return
    stop = engine.setTimer(() => {
      stop = undefined
      flushAll().then(
        () => {
          delayMs = retryMs.first
        },
        () => {
          delayMs = Math.min(delayMs * 2, retryMs.most)
          schedule()
        },
      )
    }, delayMs)
  }

  return {
    flush,
    flushAll,
    add(sid: string, change: RowChange, onObsolete?: () => void) {
      if (waiting.size < maxWaiting) waiting.set(sid, { change, onObsolete })
      schedule()
    },
    size: () => waiting.size,
    dispose() {
      stop?.()
      stop = undefined
    },
  }
}
