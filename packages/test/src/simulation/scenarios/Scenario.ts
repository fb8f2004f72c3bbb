import type { Setting, Simulation } from '../Simulation.ts'

/** One row of the table of faults: what happens, and what must come of it under each policy. */
export interface Scenario {
  name: string
  /** What it needs the setting to be. */
  setting?: Partial<Setting>
  play: (simulation: Simulation) => Promise<void>
}
