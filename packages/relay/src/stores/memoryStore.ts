import type { RateLimit, RelayStore, StoredRow } from '../types/RelayStore.ts'
import { admit } from './admit.ts'

interface Entry extends Omit<StoredRow, 'ageMs'> {
  writtenAt: number
  goneAt: number
}

/** How often expired rows are removed, while there are calls. */
const sweepMs = 30_000

/**
 * The shared state of one relay process, in its memory: renewals in flight, successors, sign-outs. A restart loses it: for
 * replicas and restarts, use `redisStore`.
 *
 * @example
 * ```ts
 * import { tako } from '@takokit/core'
 * import { createRelay, memoryStore } from '@takokit/relay'
 *
 * const relay = createRelay({
 *   providers: [tako()],
 *   secret: 'thirty-two characters at the least',
 *   origin: 'https://dapp.example',
 *   store: memoryStore(),
 * })
 * ```
 */
export function memoryStore(
  options: {
    /** The clock, epoch milliseconds. Default: the system's. */
    now?: (() => number) | undefined
  } = {},
): RelayStore {
  const { now = () => Date.now() } = options
  const rows = new Map<string, Entry>()
  const uses = new Map<string, number>()
  const waiting = new Map<string, Set<() => void>>()
  let sweptAt = now()

  function find(key: string): Entry | undefined {
    const entry = rows.get(key)
    return entry && entry.goneAt > now() ? entry : undefined
  }

  function sweep(): void {
    const nowAt = now()
    if (Math.abs(nowAt - sweptAt) < sweepMs) return
    sweptAt = nowAt
    for (const [key, { goneAt }] of rows) if (goneAt <= nowAt) rows.delete(key)
    for (const [key, freeAt] of uses) if (freeAt <= nowAt) uses.delete(key)
  }

  return {
    async read(key) {
      const entry = find(key)
      if (!entry) return undefined
      const { value, rev, writtenAt } = entry
      return { value, rev, ageMs: Math.max(0, now() - writtenAt) }
    },
    async write(key, { expected, rev, value, ttlMs }) {
      if (find(key)?.rev !== expected) return false
      sweep()
      const writtenAt = now()
      rows.set(key, { value, rev, writtenAt, goneAt: writtenAt + ttlMs })
      for (const wake of [...(waiting.get(key) ?? [])]) wake()
      return true
    },
    async take(key, limit: RateLimit) {
      sweep()
      const { waitMs, freeAt } = admit(uses.get(key), limit, now())
      if (waitMs === 0) uses.set(key, freeAt)
      return waitMs
    },
    changed(key, rev, signal) {
      if (signal.aborted || find(key)?.rev !== rev) return Promise.resolve()
      return new Promise((resolve) => {
        const waiters = waiting.get(key) ?? new Set()
        const wake = () => {
          signal.removeEventListener('abort', wake)
          waiters.delete(wake)
          if (waiters.size === 0) waiting.delete(key)
          resolve()
        }
        signal.addEventListener('abort', wake, { once: true })
        waiting.set(key, waiters.add(wake))
      })
    },
    async ping() {},
  }
}
