import { fileURLToPath } from 'node:url'
import { benchSimulation } from './benchSimulation.ts'
import { runBundled } from './runBundled.ts'

/** Measures what users wait and pay for. Ratios within one run say more than times: machines differ. */
await runBundled(fileURLToPath(new URL('measure.ts', import.meta.url)))
await benchSimulation()
