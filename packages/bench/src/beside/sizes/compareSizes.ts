import { createRequire } from 'node:module'
import { join } from 'node:path'
import { bundlers } from '../../bundlers/bundlers.ts'
import { measureSize } from '../../measureSize.ts'
import { minifyCss } from '../../minifyCss.ts'
import { type SizeEntry, sizeEntries } from './sizeEntries.ts'
import type { Bundler, SizeRow, SizesReport, Weight } from './SizesReport.ts'

export interface CompareSizesParameters {
  /** Where the peers are installed. */
  peers: string
  with: readonly Bundler[]
  /** Default: all. */
  entries?: readonly SizeEntry[]
}

/** What each kit and engine adds to an application that has React, wagmi, viem and TanStack Query. */
export async function compareSizes({
  peers,
  with: names,
  entries = sizeEntries,
}: CompareSizesParameters): Promise<SizesReport> {
  const rows: SizeRow[] = []
  for (const one of entries) {
    const isOurs = one.of.length === 0
    const weights: SizeRow['weights'] = {}
    for (const name of names) {
      const folder = isOurs ? undefined : peers
      const weight = await weigh(one, name, folder)
      if (weight) weights[name] = weight
    }
    rows.push({ name: one.name, kind: one.kind, isOurs, weights })
  }
  return { rows }
}

async function weigh(
  { name, entry, css }: SizeEntry,
  bundler: Bundler,
  folder: string | undefined,
): Promise<Weight | undefined> {
  const styles = css && minifyCss(stylesheet(css, folder))
  try {
    const { startBytes, allBytes, brotli } = await measureSize({
      entry,
      bundle: bundlers[bundler],
      // As they are installed.
      from: 'dist',
      folder,
      css: styles || undefined,
    })
    return {
      gzip: { start: startBytes, all: allBytes },
      brotli: { start: brotli.startBytes, all: brotli.allBytes },
    }
  } catch (cause) {
    // One peer that a bundler refuses says nothing of the others.
    if (!folder) throw cause
    console.error(`${bundler} cannot bundle ${name}: ${String(cause).slice(0, 300)}`)
    return undefined
  }
}

function stylesheet(css: string, folder: string | undefined): string {
  if (!folder) return join(import.meta.dirname, '../../../../react/src/styles/styles.css')
  return createRequire(join(folder, 'package.json')).resolve(css)
}
