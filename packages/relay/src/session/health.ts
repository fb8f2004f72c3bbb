import type { RelayEngine } from '../RelayEngine.ts'
import type { RateLimit, StoredRow } from '../types/RelayStore.ts'
import { takeShare } from '../upstream/takeShare.ts'
import { createRev } from './createRev.ts'

type Engine = Pick<RelayEngine, 'store' | 'random' | 'rateLimits' | 'providers'>

/** What all replicas know of a provider that has failed lately; nothing is stored of others. */
export interface ProviderHealth {
  /** `failing`: for one session; `silent`: it refuses no requests, and answers none. */
  state: (typeof states)[number]
  /** The sessions whose renewals have failed since its last success. */
  sids: string[]
  ageMs: number
  rev: string
}

const states = ['failing', 'down', 'silent', 'back'] as const
/** One session may have a token that a provider fails on. Two make an outage. */
const sessionsOfOutage = 2
/** How soon a session whose renewals fail alone is tried again, if its token is no longer valid. */
export const probeMs = 5_000
/** A request without an answer keeps its session waiting: fewer of them ask a provider that is silent. */
const rarely = { requests: 2, perMs: 2 * probeMs, burst: 2 }
const probes = { failing: rarely, silent: rarely, down: { requests: 2, perMs: 1_000, burst: 1 } }
/** Then the other sessions follow, by so many more in each step, and within the provider's allowance. */
const ramp = { stepMs: 500, steps: 10, requests: 20 }
const rampMs = ramp.stepMs * ramp.steps
const keptMs = { failing: 60_000, down: 600_000, silent: 600_000, back: rampMs, gone: 1 }

const healthKey = (provider: string) => `health:${provider}`

export async function readHealth(
  { store }: Pick<RelayEngine, 'store'>,
  provider: string,
): Promise<ProviderHealth | undefined> {
  const stored = await store.read(healthKey(provider))
  return stored && parse(stored)
}

function parse({ value, ageMs, rev }: StoredRow): ProviderHealth {
  const [stored, ...sids] = value.split(' ')
  return { state: states.find((state) => state === stored) ?? 'failing', sids, ageMs, rev }
}

function writeHealth(
  { store }: Pick<RelayEngine, 'store'>,
  provider: string,
  {
    state,
    sids,
    before,
  }: { state: keyof typeof keptMs; sids: string[]; before: ProviderHealth | undefined },
): Promise<boolean> {
  // If another replica was first, it has recorded the same, or a later answer or failure.
  return store.write(healthKey(provider), {
    expected: before?.rev,
    rev: createRev(),
    value: [state, ...sids].join(' '),
    ttlMs: keptMs[state],
  })
}

/** How long a session's renewal must wait for its provider; 0 if it may be sent, perhaps as a probe. */
export async function healthWaitMs(
  engine: Engine,
  provider: string,
  { health, sid }: { health: ProviderHealth | undefined; sid: string },
): Promise<number> {
  const { store, random, rateLimits } = engine
  if (!health || (health.state === 'failing' && !health.sids.includes(sid))) return 0
  if (health.state !== 'back') {
    const limit = slower(probes[health.state], rateLimits?.provider)
    const waitMs = await store.take(`limit:probe:${health.state}:${provider}`, limit)
    return waitMs && (health.state === 'down' ? outageWaitMs(engine) : waitMs)
  }
  const requests = ramp.requests * (1 + Math.floor(health.ageMs / ramp.stepMs))
  const limit = { requests, perMs: ramp.stepMs }
  const soonMs = ramp.stepMs * (1 + random())
  if (await store.take(`limit:ramp:${provider}`, limit)) return soonMs
  const waitMs = await takeShare(engine, provider, 'ramp')
  // The ramp is over when no session waits for the allowance any more.
  if (waitMs && health.ageMs > rampMs / 2)
    await writeHealth(engine, provider, { state: 'back', sids: health.sids, before: health })
  return waitMs && waitMs + soonMs
}

/** Probes leave two thirds of the allowance for sign-ins, and for the ramp. */
function slower(limit: RateLimit, allowance: RateLimit | undefined): RateLimit {
  if (!allowance) return limit
  const third = { ...allowance, requests: allowance.requests / 3, burst: 1 }
  return third.requests / third.perMs < limit.requests / limit.perMs ? third : limit
}

/** When a session asks again during an outage. It asks the relay, which sends few of these requests on. */
export function outageWaitMs({ random }: Pick<RelayEngine, 'random'>): number {
  return Math.ceil(1_500 * (1 + random()))
}

/** Records that a provider answers again. */
export async function noteAnswer(
  engine: Engine,
  provider: string,
  health: ProviderHealth,
): Promise<void> {
  if (health.state === 'back') return
  const state = health.state === 'failing' ? 'gone' : 'back'
  await writeHealth(engine, provider, { state, sids: [], before: health })
}

/** Records that a session's renewal failed, or has no answer yet; whether the provider is down. */
export async function noteFailure(
  engine: Engine,
  provider: string,
  { sid, isSilent }: { sid: string; isSilent: boolean },
): Promise<boolean> {
  const before = await readHealth(engine, provider)
  const sids = [...new Set([...(before?.sids ?? []), sid])].slice(0, sessionsOfOutage)
  const wasDown = before?.state === 'down' || before?.state === 'silent'
  const isDown = wasDown || sids.length === sessionsOfOutage
  const state = isDown ? (isSilent ? 'silent' : 'down') : (before?.state ?? 'failing')
  const isKnown = state === before?.state && sids.length === before.sids.length
  if (!isKnown || before.ageMs > keptMs.failing / 2)
    await writeHealth(engine, provider, { state, sids, before })
  return isDown
}
