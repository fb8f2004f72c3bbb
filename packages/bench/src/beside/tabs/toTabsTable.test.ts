import { expect, test } from 'vitest'
import type { TabsCell } from './TabsReport.ts'
import { toTabsTable } from './toTabsTable.ts'

const cell = (changed: Partial<TabsCell>): TabsCell => ({
  requests: 10,
  duplicates: 0,
  tooEarly: 0,
  refreshes: 10,
  tabs: 8,
  rotations: 10,
  runs: 1,
  signedIn: 8,
  ...changed,
})
const row = (name: string, label: string, one: TabsCell) => ({
  name,
  label,
  cells: { together8: one },
  wakeUps: 0,
  refused: { requests: 1, ok: 20 },
})
const scenarios = [{ name: 'together8', label: '8 tabs together' }]

test('default: requests for each rotation, duplicates, and the tabs that are signed in', () => {
  const another = cell({ requests: 9, rotations: 2, duplicates: 3, signedIn: 0, tooEarly: 1 })
  const text = toTabsTable({
    chromium: '1',
    scenarios,
    rows: [row('takokit', 'takokit', cell({})), row('another', 'another', another)],
  })
  expect(text).toContain('| 8 tabs together | 1; 0; 8 of 8 | 4.5; 3; **0** of 8, 1 too early |')
  expect(text).toContain('In no row does another do better than takokit.')
  expect(text).not.toContain('It too loses')
})

test('behavior: what is better than takokit is said, and where takokit loses tabs', () => {
  const ours = row('takokit', 'takokit', cell({ signedIn: 0 }))
  const rows = [ours, row('another', 'another', cell({ signedIn: 1 }))]
  const text = toTabsTable({ chromium: '1', scenarios, rows })
  expect(text).toContain('takokit is not ahead here: 8 tabs together (another).')
  expect(text).toContain('It too loses tabs here: 8 tabs together.')
})

test('behavior: as many tabs with fewer requests is better', () => {
  const rows = [
    row('takokit', 'takokit', cell({ requests: 20 })),
    row('another', 'another', cell({})),
  ]
  expect(toTabsTable({ chromium: '1', scenarios, rows })).toContain('(another)')
})

test('behavior: fewer timers, and more calls answered, are better', () => {
  const ours = { ...row('takokit', 'takokit', cell({})), wakeUps: 1 }
  const rows = [ours, { ...row('another', 'another', cell({})), refused: { requests: 2, ok: 20 } }]
  const idle = toTabsTable({ chromium: '1', scenarios, rows })
  expect(idle).toContain('takokit is not ahead here: timers in an idle hour (another).')
  const fewer = [{ ...ours, wakeUps: 0, refused: { requests: 2, ok: 20 } }, row('b', 'b', cell({}))]
  const refused = toTabsTable({ chromium: '1', scenarios, rows: fewer })
  expect(refused).toContain('takokit is not ahead here: calls refused at once (b).')
})
