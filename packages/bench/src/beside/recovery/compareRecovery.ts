import { join } from 'node:path'
import { launchShell } from '../../../../test/src/tabs/harness/launchShell.ts'
import { servePage } from '../servePage.ts'
import { engines } from '../tabs/engines.ts'
import { measureRecovery } from './measureRecovery.ts'
import type { Outage, RecoveryReport, RecoveryRow } from './RecoveryReport.ts'

/** With a caller and without; the longest only with one, since it takes long. */
const outages: Outage[] = [
  { outageS: 5, isAsked: true },
  { outageS: 5, isAsked: false },
  { outageS: 60, isAsked: true },
  { outageS: 60, isAsked: false },
  { outageS: 300, isAsked: true },
]

/** How soon each engine has a token again after the server was down. */
export async function compareRecovery(peers: string, isQuick: boolean): Promise<RecoveryReport> {
  const page = await servePage(join(import.meta.dirname, '../tabs/page/main.ts'), peers)
  const browser = await launchShell()
  const wanted = isQuick ? outages.slice(0, 1) : outages
  try {
    const rows: RecoveryRow[] = engines.map(({ name, label }) => ({ name, label, seconds: [] }))
    for (const outage of wanted)
      for (const row of rows) {
        const runs: (number | null)[] = []
        const wantedRuns = isQuick || outage.outageS > 5 ? 1 : 3
        // What renews only when it is asked has nothing to show here.
        const isIdle =
          !outage.isAsked && engines.some((one) => one.name === row.name && one.isOnDemand)
        for (let run = 0; run < wantedRuns && !isIdle; run++)
          runs.push(await measureRecovery({ browser, url: page.url, engine: row.name, outage }))
        row.seconds.push(runs)
      }
    return { outages: wanted, rows }
  } finally {
    await browser.close()
    await page.close()
  }
}
