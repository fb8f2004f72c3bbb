import { fileURLToPath } from 'node:url'
import { benchSimulation } from './benchSimulation.ts'
import { benchRelays } from './relay/benchRelays.ts'
import { runBundled } from './runBundled.ts'

const given = process.argv.slice(2)
const isQuick = given.includes('--quick')

/** Measures what users wait and pay for. Ratios within one run say more than times: machines differ. */
if (!given.includes('relay')) {
  await runBundled(fileURLToPath(new URL('measure.ts', import.meta.url)))
  await benchSimulation()
}
await benchRelays({ isQuick: isQuick || !given.includes('relay') })
