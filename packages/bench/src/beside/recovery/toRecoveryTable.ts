import { median } from '../../median.ts'
import { table } from '../table.ts'
import type { RecoveryReport } from './RecoveryReport.ts'

/** The seconds of each outage, and a sentence that says where another is sooner than takokit. */
export function toRecoveryTable({ outages, rows }: RecoveryReport): string {
  const labelOf = ({ outageS, isAsked }: RecoveryReport['outages'][number]) =>
    `${outageS} s of 500, ${isAsked ? 'a caller waits' : 'nobody asks'}`
  const ours = rows.find(({ name }) => name === 'takokit')
  const lines = outages.map((outage, index) => [
    labelOf(outage),
    ...rows.map(({ seconds }) => show(seconds[index] ?? [])),
  ])
  const sooner = outages.flatMap((outage, index) => {
    const own = middle(ours?.seconds[index] ?? [])
    const names = rows.filter(({ seconds }) => middle(seconds[index] ?? []) < own)
    return names.length === 0
      ? []
      : [`${labelOf(outage)} (${names.map(({ label }) => label).join(', ')})`]
  })
  const verdict =
    sooner.length === 0
      ? 'None is sooner than takokit.'
      : `Sooner than takokit: ${sooner.join('; ')}.`
  return `${table(['outage', ...rows.map(({ label }) => label)], lines)}\n\n${verdict}`
}

/** A run in which nothing came counts as the longest. */
function middle(seconds: readonly (number | null)[]): number {
  if (seconds.length === 0) return Number.POSITIVE_INFINITY
  return median(seconds.map((one) => one ?? Number.POSITIVE_INFINITY))
}

function show(seconds: readonly (number | null)[]): string {
  if (seconds.length === 0) return '–'
  const all = seconds.map((one) => one ?? Number.POSITIVE_INFINITY)
  const text = (one: number) => (one === Number.POSITIVE_INFINITY ? '**never**' : String(one))
  const [least, most] = [Math.min(...all), Math.max(...all)]
  return least === most ? text(least) : `${text(median(all))} (${text(least)}–${text(most)})`
}
