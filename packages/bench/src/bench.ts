import { fileURLToPath } from 'node:url'
import { benchSimulation } from './benchSimulation.ts'
import { compareWithPeers, parts } from './beside/compareWithPeers.ts'
import { benchRelays } from './relay/benchRelays.ts'
import { runBundled } from './runBundled.ts'

const given = process.argv.slice(2)
const isQuick = given.includes('--quick')
const names = given.filter((one) => !one.startsWith('--'))
const isWanted = (name: string) => names.length === 0 || names.includes(name)

/** Measures what users wait and pay for, or the named parts of it. Ratios within one run say more than times: machines differ. */
if (names.length === 0) {
  await runBundled(fileURLToPath(new URL('measure.ts', import.meta.url)))
  await benchSimulation()
}
const beside = parts.filter(isWanted)
if (beside.length > 0) await compareWithPeers(beside, isQuick)
if (isWanted('relay')) await benchRelays({ isQuick: isQuick || !names.includes('relay') })
