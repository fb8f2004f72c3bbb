import type { Setting, Simulation } from '../Simulation.ts'

/** One row of the table of faults: what happens, and the expected result under each policy. */
export interface Scenario {
  name: string
  /** The setting that it requires. */
  setting?: Partial<Setting>
  play: (simulation: Simulation) => Promise<void>
}
