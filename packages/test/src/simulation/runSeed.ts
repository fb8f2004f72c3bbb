import { createRandom } from './createRandom.ts'
import { createSimulation } from './createSimulation.ts'
import type { Conditions, Setting, Violation } from './Simulation.ts'
import type { TraceLine } from './createWorld.ts'
import { backendScenarios } from './scenarios/backends.ts'
import { scenarios } from './scenarios/index.ts'
import { loadBackendProvider } from './backendProvider.ts'

/** The result of one seed. */
export interface SeedReport {
  seed: number
  story: string
  setting: Setting
  violations: Violation[]
  /** Of all events in order: the same for the same seed. */
  hash: number
  trace: readonly TraceLine[]
  events: number
}

/** Runs the scenario of a seed from beginning to end. Negative seeds are those of backends with challenges. */
export async function runSeed(seed: number, conditions: Conditions = {}): Promise<SeedReport> {
  const random = createRandom(seed).fork('setting')
  const rows = seed < 0 ? backendScenarios : scenarios
  const row = rows[Math.abs(seed) % rows.length] as (typeof scenarios)[number]
  const setting: Setting = {
    policy: random.pick(['stateless', 'grace', 'strict']),
    graceMs: 60_000,
    lifetimeMs: random.pick([60_000, 300_000, 3_600_000, 7_200_000]),
    tabs: random.between(2, 8),
    hasLocks: random.chance(0.85),
    isShared: true,
    canRevoke: random.chance(0.5),
    countsSleep: random.chance(0.5),
    isThrottled: random.chance(0.3),
    ...(seed < 0 && { session: random.pick(['token', 'cookie'] as const) }),
    ...conditions,
    ...row.setting,
  }
  if (setting.session) await loadBackendProvider()
  const simulation = createSimulation(seed, setting)
  try {
    await row.play(simulation)
  } catch (cause) {
    simulation.fail(
      'no crash',
      cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
    )
  }
  const { violations, world } = simulation
  return {
    seed,
    story: row.name,
    setting,
    violations,
    hash: world.hash(),
    trace: world.trace,
    events: world.events(),
  }
}
