import { cpus, loadavg } from 'node:os'
import { buildOurs } from './buildOurs.ts'
import { installPeers } from './peers/installPeers.ts'
import { versions } from './peers/versions.ts'
import type { Measured, Results } from './Results.ts'
import { readResults, writeResults } from './resultFiles.ts'
import { compareSizes } from './sizes/compareSizes.ts'
import { toSizesTable } from './sizes/toSizesTable.ts'

export const parts = ['sizes'] as const

export type Part = (typeof parts)[number]

/** Measures these parts beside the peers, prints their tables and writes them; a quick run writes nothing. */
export async function compareWithPeers(wanted: readonly Part[], isQuick: boolean): Promise<void> {
  const peers = await installPeers()
  const results: Results = { ...readResults(), versions }
  if (wanted.includes('sizes')) {
    await buildOurs()
    const bundlers = isQuick
      ? (['Rolldown'] as const)
      : (['Rolldown', 'webpack', 'esbuild'] as const)
    results.sizes = measured(await compareSizes({ peers, with: bundlers }))
    console.log(toSizesTable(results.sizes.report))
  }
  if (!isQuick) writeResults(results)
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
