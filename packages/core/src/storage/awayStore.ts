import type { SessionRecord } from '../types/SessionRecord.ts'
import type { SessionStore, StoredSession } from '../types/SessionStore.ts'
import { openNoted } from './openNoted.ts'
import type { Fallback } from './withFallback.ts'
import { applyNotes, type EndNote, loadNotes, saveNotes } from './endNotes.ts'

const firstRetryMs = 1_000
const maxRetryMs = 300_000

/**
 * Keeps sessions in memory until the storage opens, then moves them there. Opening is retried with a growing delay, and on each
 * `list`, which only the storage can answer.
 */
export function awayStore(fallback: Fallback, memory: SessionStore): SessionStore {
  const notes: EndNote[] = loadNotes(fallback)
  let opened: SessionStore | undefined
  let opening: Promise<SessionStore> | undefined
  /** Writes to memory in progress: they are moved too. */
  const writes = new Set<Promise<unknown>>()
  let changes = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let isClosed = false

  function note(entry: EndNote): void {
    notes.push(entry)
    saveNotes(fallback, notes)
  }

  async function openAndMove(): Promise<SessionStore> {
    const store = await openNoted(fallback)
    for (let moved = -1; moved !== changes; ) {
      moved = changes
      await Promise.allSettled(writes)
      await applyNotes(fallback, store, notes)
      for (const session of await memory.list()) await move(session, store, fallback)
    }
    opened = store
    clearTimeout(timer)
    if (isClosed) store.close()
    else fallback.parameters.onBack?.()
    return store
  }

  function open(): Promise<SessionStore> {
    opening ??= openAndMove().catch((cause: unknown) => {
      opening = undefined
      throw cause
    })
    return opening
  }

  function retryLater(delayMs: number): void {
    timer = setTimeout(() => {
      void open().catch(() => {
        if (!isClosed) retryLater(Math.min(delayMs * 2, maxRetryMs))
      })
    }, delayMs)
  }
  retryLater(firstRetryMs)

  const now = () => opened ?? memory
  return {
    get shared() {
      return now().shared
    },
    read: (key) => now().read(key),
    list: async () => (await open()).list(),
    async update(key, change, tokens) {
      if (opened) return opened.update(key, change, tokens)
      changes++
      const writing = writeAway(memory, [key, change, tokens], note)
      writes.add(writing)
      return writing.finally(() => writes.delete(writing))
    },
    updateBudget: (provider, change) => now().updateBudget(provider, change),
    get endLater() {
      return opened ? undefined : note
    },
    close() {
      isClosed = true
      clearTimeout(timer)
      opened?.close()
    },
  }
}

/** Notes a sign-out, which the storage must learn. */
async function writeAway(
  memory: SessionStore,
  [key, change, tokens]: Parameters<SessionStore['update']>,
  note: (entry: EndNote) => void,
): Promise<boolean> {
  const isWritten = await memory.update(key, change, tokens)
  const { record, tombstone } = await memory.read(key)
  if (isWritten && record?.api && tombstone?.sid === record.sid) {
    const { provider, api, account } = record
    note({ provider, api, account, at: tombstone.at })
  }
  return isWritten
}

/** Another tab may have signed in since. */
const isNewer = (there: SessionRecord, record: SessionRecord) =>
  there.sid === record.sid
    ? there.requestedAt >= record.requestedAt
    : there.startedAt > record.startedAt

/** Moves a session that began while the storage was away. It replaces an older stored one. */
async function move(
  { record, tombstone, tokens }: StoredSession,
  to: SessionStore,
  { sessionKey }: Fallback,
): Promise<void> {
  if (record?.status !== 'signedIn' || tombstone?.sid === record.sid) return
  await to.update(
    sessionKey(record),
    (rows) => {
      const there = rows.record
      if (there && isNewer(there, record)) return undefined
      const gens = [record.gen, (there?.gen ?? 0) + 1, (rows.tombstone?.gen ?? 0) + 1]
      return { ...rows, record: { ...record, gen: Math.max(...gens) } }
    },
    tokens,
  )
}
