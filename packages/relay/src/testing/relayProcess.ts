import { cloudreve, tako } from '@takokit/core'
import { Redis } from 'ioredis'
import { createRelay } from '../createRelay.ts'
import { serveRelay } from '../node/serveRelay.ts'
import { siweIssuer } from '../providers/siweIssuer/siweIssuer.ts'
import { redisStore } from '../stores/redisStore.ts'
import type { RateLimits } from '../types/RateLimits.ts'
import type { RelayTiming } from '../types/RelayTiming.ts'
import { testOrigin } from './createBrowser.ts'
import { testKeys } from './testKeys.ts'

/** Options of a relay process. */
export interface RelayProcessOptions {
  redisUrl: string
  upstream: string
  secret: string
  tokensIn: 'cookie' | 'store'
  timing: Partial<RelayTiming>
  /** Default: high limits. */
  rateLimits?: Partial<RateLimits> | undefined
  /** Default: one signature may begin any number of sessions. */
  singleUse?: boolean | undefined
  /** How far its clock is ahead. */
  aheadMs?: number | undefined
}

/** What a relay process reports: its URL, the state of its Redis connection, and that it is about to send. */
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
    siweIssuer({
      domain: new URL(testOrigin).host,
      signingKeys: testKeys.ed25519,
      async claims() {
        say({ type: 'sending' })
        // Here the challenge is burnt, and no session has begun.
        if (isHeld) await new Promise(() => {})
        return {}
      },
    }),
  ],
  secret: options.secret,
  origin: testOrigin,
  // A busy machine is no failure: an outage shows by its connection.
  store: redisStore(redis, { timeoutMs: 30_000 }),
  tokensIn: options.tokensIn,
  timing: options.timing,
  rateLimits: {
    address: plenty,
    signIn: plenty,
    allSignIns: plenty,
    earlyRenewals: plenty,
    accountSignIns: plenty,
    session: plenty,
    ...options.rateLimits,
  },
  signIn: { singleUse: options.singleUse ?? false },
  // Stands for a proxy's header: all tests come from one address.
  clientAddress: (request, context) =>
    request.headers.get('x-test-address') ?? context.clientAddress,
  allowPrivateUpstreams: true,
  logger: false,
  async fetch(input, init) {
    say({ type: 'sending' })
    // A test can end this process here: everything is written, and nothing was sent.
    if (isHeld) await new Promise(() => {})
    return fetch(input, init)
  },
})
const { url } = await serveRelay({ relay, port: 0 })
say({ type: 'listening', url })
