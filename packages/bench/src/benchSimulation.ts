import { runSeeds } from '../../test/src/simulation/runSeeds.ts'
import { perSecond, print } from './rate.ts'

/** How many simulations of several tabs run in a second, on all cores. */
export async function benchSimulation(): Promise<void> {
  const { seeds, failures, seedsPerSecond } = await runSeeds({ count: 4_000 })
  print('simulated stories', `${perSecond(seedsPerSecond)}, ${failures.length} of ${seeds} failed`)
}
