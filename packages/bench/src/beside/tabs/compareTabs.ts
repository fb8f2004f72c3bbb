import { join } from 'node:path'
import { launchShell } from '../../../../test/src/tabs/harness/launchShell.ts'
import { servePage } from '../servePage.ts'
import { engines } from './engines.ts'
import { measureRefused, measureWakeUps } from './measureCalls.ts'
import { measureScenario } from './measureScenario.ts'
import { scenarios } from './scenarios.ts'
import type { TabsReport, TabsRow } from './TabsReport.ts'

/** Tabs of each engine before a server that is strict and counts, in one browser, engine after engine in each scenario. */
export async function compareTabs(peers: string, isQuick: boolean): Promise<TabsReport> {
  const page = await servePage(join(import.meta.dirname, 'page/main.ts'), peers)
  const browser = await launchShell()
  const wanted = scenarios.filter(({ name }) => !isQuick || name === 'together2')
  try {
    const rows: TabsRow[] = engines.map(({ name, label }) => ({
      name,
      label,
      cells: {},
      wakeUps: 0,
      refused: { requests: 0, ok: 0 },
    }))
    for (const scenario of wanted)
      for (const row of rows)
        row.cells[scenario.name] = await measureScenario({
          browser,
          url: page.url,
          engine: row.name,
          scenario,
          // Races of 8 tabs are played 20 times.
          runs: !isQuick && scenario.name === 'together8' ? 2 : 1,
        })
    for (const row of rows) {
      const parameters = { browser, url: page.url, engine: row.name }
      row.wakeUps = await measureWakeUps(parameters)
      row.refused = await measureRefused(parameters)
    }
    return {
      chromium: browser.version(),
      scenarios: wanted.map(({ name, label }) => ({ name, label })),
      rows,
    }
  } finally {
    await browser.close()
    await page.close()
  }
}
