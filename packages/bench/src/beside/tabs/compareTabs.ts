import { engines } from './engines.ts'
import { measureRefused, measureWakeUps } from './measureCalls.ts'
import { measureScenario } from './measureScenario.ts'
import { scenarios } from './scenarios.ts'
import type { TabsReport, TabsRow } from './TabsReport.ts'
import { withPeerPage } from './withPeerPage.ts'

/** Tabs of each engine before a server that is strict and counts, in one browser, engine after engine in each scenario. */
export function compareTabs(peers: string, isQuick: boolean): Promise<TabsReport> {
  const wanted = scenarios.filter(({ name }) => !isQuick || name === 'together2')
  return withPeerPage(peers, async (browser, url) => {
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
          url,
          engine: row.name,
          scenario,
          // Races of 8 tabs are played 20 times.
          runs: !isQuick && scenario.name === 'together8' ? 2 : 1,
        })
    for (const row of rows) {
      const parameters = { browser, url, engine: row.name }
      row.wakeUps = await measureWakeUps(parameters)
      row.refused = await measureRefused(parameters)
    }
    return {
      chromium: browser.version(),
      scenarios: wanted.map(({ name, label }) => ({ name, label })),
      rows,
    }
  })
}
