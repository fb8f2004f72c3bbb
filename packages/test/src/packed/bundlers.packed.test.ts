import { expect, test } from 'vitest'
import { bundlerEntries } from '../../../bench/src/bundlers/bundlerEntries.ts'
import { bundlers } from '../../../bench/src/bundlers/bundlers.ts'
import { measureSize } from '../../../bench/src/measureSize.ts'

/** Each bundler divides what several chunks need in its own way. Two take seconds: not in every run. */
const isWhole = process.env.TAKOKIT_MATRIX === '1'
const names = isWhole
  ? (['Rolldown', 'Rollup', 'esbuild', 'webpack'] as const)
  : (['Rolldown', 'esbuild'] as const)

test.for(Object.keys(bundlerEntries) as (keyof typeof bundlerEntries)[])(
  'default: %s: every bundler loads at start what the best does, and at most a tenth more',
  async (name) => {
    const entry = bundlerEntries[name]
    const sizes: { bundler: string; bytes: number }[] = []
    for (const bundler of names) {
      const { startBytes } = await measureSize({ entry, bundle: bundlers[bundler], from: 'dist' })
      sizes.push({ bundler, bytes: startBytes })
    }
    if (isWhole) console.table(sizes)
    const best = Math.min(...sizes.map(({ bytes }) => bytes))
    expect(sizes.filter(({ bytes }) => bytes > best * 1.1)).toEqual([])
    expect(best).toBeGreaterThan(1_000)
  },
)
