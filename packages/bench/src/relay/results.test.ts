import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { RelayReport } from './beside/RelayReport.ts'
import { toChart } from './beside/toChart.ts'
import { toTable } from './beside/toTable.ts'

const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8')

test('the table and the pictures are those of the figures that were measured last', async () => {
  const report = JSON.parse(await read('../../results/relay.json')) as RelayReport
  const table = toTable(report)
  expect(await read('../../results/relay.md')).toBe(table)
  for (const theme of ['light', 'dark'] as const)
    expect(await read(`../../../../apps/docs/docs/public/relay-${theme}.svg`)).toBe(
      toChart(report, theme),
    )
})

test('a server that is not installed has a row that says so, and one that cannot renew has no figure', () => {
  const rates = {
    perCpuSecond: 12_345.6,
    ofBare: { median: 0.304, least: 0.298, most: 0.312 },
    p50Ms: 1,
    p99Ms: 2.34,
  }
  const table = toTable({
    node: 'v22.0.0',
    oauth2Proxy: undefined,
    processor: 'any',
    isPinned: false,
    load: [1, 2],
    sessions: 10,
    rounds: 3,
    requests: 100,
    rates: [
      {
        name: 'iron',
        label: 'iron-session route',
        atHand: rates,
        refresh: undefined,
        memoryMb: 99.6,
      },
    ],
    together: [],
    burst: [],
    outage: [],
  })
  expect(table).toContain('| iron-session route | 12,346 (0.30; 0.30–0.31) | – | 1.0, 2.3 | 100 |')
  expect(table).toContain('| oauth2-proxy | not installed | – |')
  expect(table).toContain('shares its core')
})
