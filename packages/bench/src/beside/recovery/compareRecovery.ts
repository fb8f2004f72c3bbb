import { engines } from '../tabs/engines.ts'
import { withPeerPage } from '../tabs/withPeerPage.ts'
import { measureRecovery } from './measureRecovery.ts'
import type { Outage, RecoveryReport } from './RecoveryReport.ts'

/** With a caller and without; the longest only with one, since it takes long. */
const outages: Outage[] = [
  { outageS: 5, isAsked: true },
  { outageS: 5, isAsked: false },
  { outageS: 60, isAsked: true },
  { outageS: 60, isAsked: false },
  { outageS: 300, isAsked: true },
]

/** How soon each engine has a token again after the server was down. */
export function compareRecovery(peers: string, isQuick: boolean): Promise<RecoveryReport> {
  const wanted = isQuick ? outages.slice(0, 1) : outages
  return withPeerPage(peers, async (browser, url) => {
    const all = engines.map((engine) => ({ engine, seconds: [] as (number | null)[][] }))
    for (const outage of wanted)
      for (const { engine, seconds } of all) {
        const runs: (number | null)[] = []
        const wantedRuns = isQuick || outage.outageS > 5 ? 1 : 3
        // What renews only when it is asked has nothing to show here.
        const isIdle = !outage.isAsked && engine.isOnDemand
        for (let run = 0; run < wantedRuns && !isIdle; run++)
          runs.push(await measureRecovery({ browser, url, engine: engine.name, outage }))
        seconds.push(runs)
      }
    const rows = all.map(({ engine: { name, label }, seconds }) => ({ name, label, seconds }))
    return { outages: wanted, rows }
  })
}
