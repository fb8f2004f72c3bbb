import type { RelayEngine } from '../RelayEngine.ts'
import type { StoredRow } from '../types/RelayStore.ts'
import { createRev } from './createRev.ts'

type Engine = Pick<RelayEngine, 'store' | 'random'>

/** What all replicas know of a provider that has failed lately; nothing is stored of others. */
export interface ProviderHealth {
  state: 'failing' | 'down' | 'back'
  /** The sessions whose renewals have failed since its last success. */
  sids: string[]
  ageMs: number
  rev: string
}

/** One session may have a token that a provider fails on. Two make an outage. */
const sessionsOfOutage = 2
/** While a provider is down, one request at a time asks whether it is back. */
const probes = { requests: 2, perMs: 1_000, burst: 1 }
/** Then the other sessions follow, by so many more in each step. */
const ramp = { stepMs: 500, steps: 10, requests: 20 }
const keptMs = { failing: 60_000, down: 600_000, back: ramp.stepMs * ramp.steps, gone: 1 }

const healthKey = (provider: string) => `health:${provider}`

export async function readHealth(
  { store }: Pick<RelayEngine, 'store'>,
  provider: string,
): Promise<ProviderHealth | undefined> {
  const stored = await store.read(healthKey(provider))
  return stored && parse(stored)
}

function parse({ value, ageMs, rev }: StoredRow): ProviderHealth {
  const [state = '', ...sids] = value.split(' ')
  return { state: state === 'down' || state === 'back' ? state : 'failing', sids, ageMs, rev }
}

/** How long a renewal must wait for its provider; 0 if it may be sent, perhaps as a probe. */
export async function healthWaitMs(
  engine: Engine,
  provider: string,
  health: ProviderHealth | undefined,
): Promise<number> {
  const { store, random } = engine
  if (health?.state === 'down')
    return (await store.take(`limit:probe:${provider}`, probes)) && outageWaitMs(engine)
  if (health?.state !== 'back') return 0
  const requests = ramp.requests * (1 + Math.floor(health.ageMs / ramp.stepMs))
  const limit = { requests, perMs: ramp.stepMs }
  return (await store.take(`limit:ramp:${provider}`, limit)) && ramp.stepMs * (1 + random())
}

/** When a session asks again during an outage. It asks the relay, which sends few of these requests on. */
export function outageWaitMs({ random }: Pick<RelayEngine, 'random'>): number {
  return Math.ceil(2_000 * (1 + random()))
}

/** Records that a provider answers again. */
export async function noteAnswer(
  { store }: Engine,
  provider: string,
  { state, rev }: ProviderHealth,
): Promise<void> {
  if (state === 'back') return
  const next = state === 'down' ? 'back' : 'gone'
  // If another replica was first, it has recorded the same, or a later failure.
  await store.write(healthKey(provider), {
    expected: rev,
    rev: createRev(),
    value: next,
    ttlMs: keptMs[next],
  })
}

/** Records that a session's renewal failed; whether the provider is down. */
export async function noteFailure(engine: Engine, provider: string, sid: string): Promise<boolean> {
  const before = await readHealth(engine, provider)
  const sids = [...new Set([...(before?.sids ?? []), sid])].slice(0, sessionsOfOutage)
  const isDown = before?.state === 'down' || sids.length === sessionsOfOutage
  const state = isDown ? 'down' : (before?.state ?? 'failing')
  const isKnown = state === before?.state && sids.length === before.sids.length
  if (!isKnown || before.ageMs > keptMs.failing / 2)
    // If another replica was first, it has recorded much the same.
    await engine.store.write(healthKey(provider), {
      expected: before?.rev,
      rev: createRev(),
      value: [state, ...sids].join(' '),
      ttlMs: keptMs[state],
    })
  return isDown
}
