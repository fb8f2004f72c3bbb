import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright'
import { openPeerTabs } from './openPeerTabs.ts'
import type { Scenario } from './scenarios.ts'
import type { TabsCell } from './TabsReport.ts'

interface MeasureScenarioParameters {
  browser: Browser
  url: string
  engine: string
  scenario: Scenario
  runs: number
  /** Default: those of the scenario. */
  rotations?: number
}

/** Plays a scenario with tabs of an engine, each run with a session of its own, and adds up what the server counted. */
export async function measureScenario({
  browser,
  url,
  engine,
  scenario,
  runs,
  rotations = scenario.rotations,
}: MeasureScenarioParameters): Promise<TabsCell> {
  const sum = { requests: 0, duplicates: 0, tooEarly: 0, refreshes: 0, rotations: 0, signedIn: 0 }
  const { tabs: count, isHidden = false, patience = { times: 1, everyMs: 0 } } = scenario
  for (let run = 0; run < runs; run++) {
    const stage = await openPeerTabs({ browser, url, engine, count, isHidden })
    try {
      for (let rotation = 0; rotation < rotations; rotation++) {
        sum.rotations += 1
        // A session that is over has no more rotations.
        if ((await scenario.rotate(stage)) === 0) break
      }
      let signedIn = await stage.ask()
      for (let asked = 1; asked < patience.times; asked++) {
        if (signedIn === count || stage.server.isOver()) break
        await pause(patience.everyMs)
        signedIn = await stage.ask()
      }
      const counts = stage.server.counts()
      for (const name of ['requests', 'duplicates', 'tooEarly', 'refreshes'] as const)
        sum[name] += counts[name]
      sum.signedIn += signedIn
    } finally {
      await stage.close()
    }
  }
  return { ...sum, tabs: count * runs, runs }
}
