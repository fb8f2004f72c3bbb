import { cpus, loadavg } from 'node:os'
import { buildOurs } from './buildOurs.ts'
import { compareCalls } from './calls/compareCalls.ts'
import { toCallsTable } from './calls/toCallsTable.ts'
import { installPeers } from './peers/installPeers.ts'
import { versions } from './peers/versions.ts'
import { compareRecovery } from './recovery/compareRecovery.ts'
import { toRecoveryTable } from './recovery/toRecoveryTable.ts'
import type { Measured, Results } from './Results.ts'
import { readResults, writeResults } from './resultFiles.ts'
import { compareSizes } from './sizes/compareSizes.ts'
import { toSizesTable } from './sizes/toSizesTable.ts'
import { compareTabs } from './tabs/compareTabs.ts'
import { toTabsTable } from './tabs/toTabsTable.ts'

export const parts = ['sizes', 'tabs', 'recovery', 'calls'] as const

export type Part = (typeof parts)[number]

/** Measures these parts beside the peers, prints their tables and writes them; a quick run writes nothing. */
export async function compareWithPeers(wanted: readonly Part[], isQuick: boolean): Promise<void> {
  const peers = await installPeers()
  const results: Results = { versions }
  if (wanted.includes('sizes')) {
    await buildOurs()
    const bundlers = isQuick
      ? (['Rolldown'] as const)
      : (['Rolldown', 'webpack', 'esbuild'] as const)
    results.sizes = measured(await compareSizes({ peers, with: bundlers }))
    console.log(toSizesTable(results.sizes.report))
  }
  if (wanted.includes('tabs')) {
    results.tabs = measured(await compareTabs(peers, isQuick))
    console.log(toTabsTable(results.tabs.report))
  }
  if (wanted.includes('recovery')) {
    results.recovery = measured(await compareRecovery(peers, isQuick))
    console.log(toRecoveryTable(results.recovery.report))
  }
  if (wanted.includes('calls')) {
    results.calls = measured(await compareCalls(peers, isQuick))
    console.log(toCallsTable(results.calls.report))
  }
  if (!isQuick) writeResults({ ...readResults(), ...results })
}

function measured<report>(report: report): Measured<report> {
  return {
    on: new Date().toISOString().slice(0, 10),
    node: process.version,
    processor: cpus()[0]?.model.trim() ?? 'unknown processor',
    load: loadavg()[0] ?? Number.NaN,
    report,
  }
}
