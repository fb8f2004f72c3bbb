import { cloudreve, tako } from '@takokit/core'
import { Redis } from 'ioredis'
import { createRelay } from '../createRelay.ts'
import { serveRelay } from '../node/serveRelay.ts'
import { redisStore } from '../stores/redisStore.ts'
import type { RateLimits } from '../types/RateLimits.ts'
import type { RelayTiming } from '../types/RelayTiming.ts'
import { testOrigin } from './createBrowser.ts'

/** What a relay process is told when it starts. */
export interface RelayProcessOptions {
  redisUrl: string
  upstream: string
  secret: string
  tokensIn: 'cookie' | 'store'
  timing: Partial<RelayTiming>
  /** Default: plenty. */
  rateLimits?: Partial<RateLimits> | undefined
  /** Default: one signature begins as many sessions as a test wants. */
  singleUse?: boolean | undefined
  /** How wrong its clock is. */
  aheadMs?: number | undefined
}

/** What a relay process says: where it listens, how it stands with Redis, and that it is about to send. */
export type RelayProcessMessage =
  | { type: 'listening'; url: string }
  | { type: 'redis'; state: 'ready' | 'close' }
  | { type: 'sending' }

const options = JSON.parse(process.env.RELAY_PROCESS ?? '{}') as RelayProcessOptions
const say = (message: RelayProcessMessage) => process.send?.(message)
const plenty = { requests: 100_000, perMs: 60_000 }
let isHeld = false
const { now: rightTime } = Date
Date.now = () => rightTime() + (options.aheadMs ?? 0)
process.on('message', (message) => {
  if (message === 'hold') isHeld = true
})
process.on('disconnect', () => process.exit())

const redis = new Redis(options.redisUrl, {
  enableOfflineQueue: false,
  retryStrategy: () => 20,
  connectTimeout: 1_000,
})
redis.on('error', () => {})
redis.on('ready', () => say({ type: 'redis', state: 'ready' }))
redis.on('close', () => say({ type: 'redis', state: 'close' }))

const relay = createRelay({
  providers: [
    tako({ baseUrl: options.upstream }),
    cloudreve({ baseUrl: `${options.upstream}/api/v4` }),
  ],
  secret: options.secret,
  origin: testOrigin,
  // A crowded machine is no fault: what is gone shows by its connection.
  store: redisStore(redis, { timeoutMs: 30_000 }),
  tokensIn: options.tokensIn,
  timing: options.timing,
  rateLimits: {
    address: plenty,
    signIn: plenty,
    allSignIns: plenty,
    earlyRenewals: plenty,
    session: plenty,
    ...options.rateLimits,
  },
  signIn: { singleUse: options.singleUse ?? false },
  // Stands for the header of a proxy: all tests come from one address.
  clientAddress: (request, context) =>
    request.headers.get('x-test-address') ?? context.clientAddress,
  allowPrivateUpstreams: true,
  logger: false,
  async fetch(input, init) {
    say({ type: 'sending' })
    // For a test to end this process with: everything is written down, and nothing was sent.
    if (isHeld) await new Promise(() => {})
    return fetch(input, init)
  },
})
const { url } = await serveRelay({ relay, port: 0 })
say({ type: 'listening', url })
