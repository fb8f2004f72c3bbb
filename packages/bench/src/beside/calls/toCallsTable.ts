import { table } from '../table.ts'
import type { CallsReport } from './CallsReport.ts'

export function toCallsTable({ rows }: CallsReport): string {
  const ours = rows.find(({ isOurs }) => isOurs)
  const cheaper = rows.filter(
    ({ isOurs, ofFetch }) => !isOurs && ours && ofFetch.median < ours.ofFetch.median,
  )
  const lines = rows.map(({ name, ofFetch: { median, least, most } }) => [
    name,
    `${median.toFixed(2)} ×`,
    `${least.toFixed(2)}–${most.toFixed(2)} ×`,
  ])
  const head = ['a call with a token at hand', 'CPU time beside bare `fetch`, median', 'least–most']
  const verdict =
    cheaper.length === 0
      ? 'None is cheaper than `authFetch`.'
      : `Cheaper than \`authFetch\`: ${cheaper.map(({ name }) => name).join(', ')}.`
  return `${table(head, lines)}\n\n${verdict}`
}
