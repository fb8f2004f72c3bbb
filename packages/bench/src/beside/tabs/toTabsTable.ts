import { table } from '../table.ts'
import { engines } from './engines.ts'
import type { TabsCell, TabsReport, TabsRow } from './TabsReport.ts'

/** Two tables: what tabs of each engine did, and what its calls and timers cost; then the settings. */
export function toTabsTable({ scenarios, rows }: TabsReport): string {
  const tabs = table(
    ['what happens', ...rows.map(({ label }) => label)],
    scenarios.map(({ name, label }) => [label, ...rows.map(({ cells }) => show(cells[name]))]),
  )
  const calls = table(
    ['', ...rows.map(({ label }) => label)],
    [
      ['timers in an idle hour, one tab', ...rows.map(({ wakeUps }) => String(wakeUps))],
      [
        '20 calls refused at once: refreshes, calls answered',
        ...rows.map(({ refused }) => `${refused.requests}, ${refused.ok}`),
      ],
    ],
  )
  const settings = engines.map(({ label, settings }) => `- ${label}: ${settings}`).join('\n')
  return `${tabs}\n\n${calls}\n\n${verdict(rows, scenarios)}\n\nSettings:\n\n${settings}`
}

function show(cell: TabsCell | undefined): string {
  if (!cell) return '–'
  const { requests, rotations, duplicates, signedIn, tabs, tooEarly } = cell
  const early = tooEarly > 0 ? `, ${tooEarly} too early` : ''
  const perRotation = Number((requests / rotations).toFixed(1))
  const alive = signedIn === 0 ? '**0**' : String(signedIn)
  return `${perRotation}; ${duplicates}; ${alive} of ${tabs}${early}`
}

/** Where another engine did better, and where takokit loses tabs. */
function verdict(rows: TabsReport['rows'], scenarios: TabsReport['scenarios']): string {
  const ours = rows.find(({ name }) => name === 'takokit')
  if (!ours) return ''
  const measures = [
    ...scenarios.map(({ name, label }) => ({
      label,
      isBeatenBy({ cells: { [name]: cell } }: TabsRow) {
        const own = ours.cells[name]
        return cell !== undefined && own !== undefined && isBetter(cell, own)
      },
    })),
    {
      label: 'timers in an idle hour',
      isBeatenBy: ({ wakeUps }: TabsRow) => wakeUps < ours.wakeUps,
    },
    {
      label: 'calls refused at once',
      isBeatenBy: ({ refused }: TabsRow) =>
        refused.ok > ours.refused.ok ||
        (refused.ok === ours.refused.ok && refused.requests < ours.refused.requests),
    },
  ]
  const better = measures.flatMap(({ label, isBeatenBy }) => {
    const names = rows.filter(isBeatenBy).map((row) => row.label)
    return names.length > 0 ? [`${label} (${names.join(', ')})`] : []
  })
  const lost = scenarios.filter(({ name }) => {
    const own = ours.cells[name]
    return own !== undefined && own.signedIn < own.tabs
  })
  const ahead =
    better.length === 0
      ? 'In no row does another do better than takokit.'
      : `takokit is not ahead here: ${better.join('; ')}.`
  return lost.length === 0
    ? ahead
    : `${ahead} It too loses tabs here: ${lost.map(({ label }) => label).join('; ')}.`
}

function isBetter(cell: TabsCell, own: TabsCell): boolean {
  const [alive, ownAlive] = [cell.signedIn / cell.tabs, own.signedIn / own.tabs]
  if (alive !== ownAlive) return alive > ownAlive
  return alive > 0 && cell.requests / cell.rotations < own.requests / own.rotations
}
