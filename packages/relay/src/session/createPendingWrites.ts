import type { RelayEngine } from '../RelayEngine.ts'
import type { SessionRow } from '../types/SessionRow.ts'
import type { RowChange, PendingWrites } from './PendingWrites.ts'
import type { ReadRow } from './ReadRow.ts'
import type { Retry } from './Retry.ts'
import { changeRow } from './rows.ts'

interface Waiting {
  change: RowChange
  onWritten?: (() => void) | undefined
  /** Called with the row that made the change obsolete. */
  onObsolete?: ((row: SessionRow | undefined) => void) | undefined
  /** One entry per session is enough. */
  isEnd: boolean
}

/** How many sessions are remembered. Pending writes are lost with the process. */
const maxWaiting = 10_000
const retryMs = { first: 100, most: 2_000 }
/** How long a request is kept alive for its pending writes: platforms with background tasks allow half a minute. */
const keptAliveMs = 25_000

/**
 * Keeps writes that failed because the store was gone, and repeats them as soon as it is back: a renewed session that other
 * replicas should adopt, a sign-out that must not be forgotten. Changes of one session keep their order.
 */
export function createPendingWrites(
  engine: Pick<RelayEngine, 'store' | 'now' | 'timing' | 'setTimer' | 'log'>,
): PendingWrites {
  const waiting = new Map<string, Waiting[]>()
  const flushing = new Map<string, Promise<void>>()
  const retry = createRetry(engine, { isNeeded: () => waiting.size > 0, run: flushAll })

  async function flush(sid: string): Promise<void> {
    if (!waiting.has(sid)) return
    const under = flushing.get(sid)
    // It may have been dropped with another request: it is not waited for longer than the store may take to answer.
    if (under && (await endsWithin(engine, under, engine.timing.storeWaitMs))) return
    const flush = write(sid).finally(() => flushing.get(sid) === flush && flushing.delete(sid))
    flushing.set(sid, flush)
    await flush
  }

  async function persist(sid: string): Promise<void> {
    const endsAt = engine.now() + keptAliveMs
    for (let waitMs = retryMs.first; waiting.has(sid) && engine.now() < endsAt; waitMs *= 2) {
      const pauseMs = Math.min(waitMs, retryMs.most)
      await new Promise<void>((resolve) => void engine.setTimer(resolve, pauseMs))
      await flush(sid).catch(() => {})
    }
  }

  async function write(sid: string): Promise<void> {
    const entries = [...(waiting.get(sid) ?? [])]
    const obsolete = new Map<Waiting, SessionRow | undefined>()
    await changeRow(engine, sid, (row, isUnreadable) => {
      obsolete.clear()
      return applyAll(entries, { row, isUnreadable }, (entry, now) => obsolete.set(entry, now))
    })
    const left = (waiting.get(sid) ?? []).filter((entry) => !entries.includes(entry))
    if (left.length > 0) waiting.set(sid, left)
    else waiting.delete(sid)
    for (const entry of entries)
      if (obsolete.has(entry)) entry.onObsolete?.(obsolete.get(entry))
      else entry.onWritten?.()
  }

  async function flushAll(): Promise<void> {
    for (const sid of [...waiting.keys()]) await flush(sid)
  }

  function push(sid: string, entry: Waiting): void {
    const before = waiting.get(sid)
    if (before || waiting.size < maxWaiting) waiting.set(sid, [...(before ?? []), entry])
    else if (entry.isEnd) engine.log({ level: 'error', event: 'sign-out-dropped' })
    retry.schedule()
  }

  return {
    flush,
    persist,
    flushAll,
    preview: (sid, read) => applyAll(waiting.get(sid) ?? [], read) ?? read.row,
    add(sid, change, onObsolete) {
      push(sid, { change, onObsolete, isEnd: false })
    },
    addEnd(sid, change, onWritten) {
      const isKnown = waiting.get(sid)?.some(({ isEnd }) => isEnd)
      if (!isKnown) push(sid, { change, onWritten, isEnd: true })
    },
    dispose: retry.stop,
  }
}

/** Applies the changes in their order. Returns the row to write, or `undefined` if all are obsolete. */
function applyAll(
  entries: readonly Waiting[],
  { row, isUnreadable }: Pick<ReadRow, 'row' | 'isUnreadable'>,
  onObsolete?: (entry: Waiting, now: SessionRow | undefined) => void,
): SessionRow | undefined {
  let next: SessionRow | undefined
  for (const entry of entries) {
    const changed = entry.change(next ?? row, isUnreadable && !next)
    if (changed) next = changed
    else onObsolete?.(entry, next ?? row)
  }
  return next
}

/** Whether the task ended in time. */
async function endsWithin(
  { setTimer }: Pick<RelayEngine, 'setTimer'>,
  task: Promise<void>,
  ms: number,
): Promise<boolean> {
  let stop = () => {}
  const late = new Promise<false>((resolve) => {
    stop = setTimer(() => resolve(false), ms)
  })
  return Promise.race([task.then(() => true as const), late]).finally(stop)
}

/** Runs a task again and again while it is needed, with growing waits while it fails. */
function createRetry(
  { setTimer }: Pick<RelayEngine, 'setTimer'>,
  { isNeeded, run }: { isNeeded: () => boolean; run: () => Promise<void> },
): Retry {
  let stopTimer: (() => void) | undefined
  let delayMs = retryMs.first

  function schedule(): void {
    if (stopTimer || !isNeeded()) return
    stopTimer = setTimer(() => {
      stopTimer = undefined
      run().then(
        () => {
          delayMs = retryMs.first
          schedule()
        },
        () => {
          delayMs = Math.min(delayMs * 2, retryMs.most)
          schedule()
        },
      )
    }, delayMs)
  }

  function stop(): void {
    stopTimer?.()
    stopTimer = undefined
  }

  return { schedule, stop }
}
