import type { RelayStore } from '../types/RelayStore.ts'
import { createRedisCommands, type RedisClient } from './createRedisCommands.ts'

export interface RedisStoreOptions {
  /** Prefix of every key. Default: `takokit:`. */
  prefix?: string | undefined
  /** How long one command may take, in milliseconds. Default: 1000. */
  timeoutMs?: number | undefined
}

/** How often a row is read while another replica works on it. */
const pollMs = { first: 5, most: 100 }

/**
 * The shared state of many relay processes, in Redis (5.0 or newer, or a server with its protocol). Replicas need nothing else.
 * Every row is written by compare-and-set and expires by itself; tokens in it are sealed.
 *
 * To lose nothing when Redis restarts, run it with `appendonly yes` and `appendfsync always`.
 *
 * @example
 * ```ts
 * import { tako } from '@takokit/core'
 * import { createRelay } from '@takokit/relay'
 * import { redisStore } from '@takokit/relay/redis'
 * import { Redis } from 'ioredis'
 *
 * const redis = new Redis('redis://127.0.0.1:6379', { enableOfflineQueue: false })
 *
 * const relay = createRelay({
 *   providers: [tako()],
 *   secret: 'thirty-two characters at the least',
 *   origin: 'https://dapp.example',
 *   store: redisStore(redis),
 * })
 * ```
 */
export function redisStore(client: RedisClient, options: RedisStoreOptions = {}): RelayStore {
  const { prefix = 'takokit:', timeoutMs = 1_000 } = options
  const { send, run } = createRedisCommands(client, timeoutMs)
  /** How far Redis' clock is ahead of ours, as last measured. */
  let aheadMs: number | undefined

  async function read(key: string) {
    const [row, time] = await run('read', prefix + key)
    const nowAt = Number(time)
    aheadMs = nowAt - Date.now()
    if (typeof row !== 'string') return undefined
    const parts = /^(\S+) (\d+) ([^]*)$/.exec(row)
    // Something else than a row, or a part of one: not "no row", which would forget a sign-out. It may be replaced.
    if (!parts) return { value: '', rev: /^[^ ]*/.exec(row)?.[0] ?? '', ageMs: 0 }
    const [, rev = '', writtenAt = '', value = ''] = parts
    return { value, rev, ageMs: Math.max(0, nowAt - Number(writtenAt)) }
  }

  return {
    read,
    async write(key, { expected = '', rev, value, ttlMs }) {
      const deadline = aheadMs === undefined ? 0 : Date.now() + aheadMs + timeoutMs
      const ttl = String(Math.max(1, Math.ceil(ttlMs)))
      const [isWritten] = await run(
        'write',
        prefix + key,
        expected,
        rev,
        value,
        ttl,
        String(deadline),
      )
      return isWritten === 1
    },
    async take(key, { requests, perMs, burst = requests }) {
      const limit = [requests, perMs, burst].map(String)
      const [waitMs] = await run('take', prefix + key, ...limit)
      return Number(waitMs)
    },
    async changed(key, rev, signal) {
      for (let delayMs = pollMs.first; !signal.aborted; delayMs *= 2) {
        if ((await read(key))?.rev !== rev) return
        await untilAborted(Math.min(delayMs, pollMs.most), signal)
      }
    },
    now: () => (aheadMs === undefined ? undefined : Date.now() + aheadMs),
    async ping() {
      // A write: a Redis that became a replica, is full or refuses writes still answers a PING.
      const key = `${prefix}ping`
      await send(key, 'SET', key, '', 'PX', '10000')
    },
  }
}

function untilAborted(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end, { once: true })
  })
}
