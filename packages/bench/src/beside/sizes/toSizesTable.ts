import { table } from '../table.ts'
import type { Bundler, SizeRow, SizesReport, Weight } from './SizesReport.ts'

const titles = { kit: 'sign-in kit', engine: 'session engine' }

/** A table of the kits and one of the engines, each with a sentence that says where takokit is not ahead. */
export function toSizesTable({ rows }: SizesReport): string {
  return (['kit', 'engine'] as const)
    .map((kind) =>
      tableOf(
        kind,
        rows.filter((row) => row.kind === kind),
      ),
    )
    .join('\n\n')
}

function tableOf(kind: SizeRow['kind'], rows: readonly SizeRow[]): string {
  const ours = rows.find(({ isOurs }) => isOurs)
  if (!ours) return ''
  const bundlers = Object.keys(ours.weights) as Bundler[]
  const cells = (row: SizeRow, weigh: (weight: Weight) => number) =>
    bundlers
      .map((name) => {
        const weight = row.weights[name]
        return weight ? (weigh(weight) / 1_000).toFixed(1) : '–'
      })
      .join(', ')
  const ratio = (row: SizeRow, weigh: (weight: Weight) => number) => {
    const all = bundlers.flatMap((name) => {
      const [theirs, own] = [row.weights[name], ours.weights[name]]
      return theirs && own ? [weigh(theirs) / weigh(own)] : []
    })
    return { least: Math.min(...all), most: Math.max(...all) }
  }
  const show = ({ least, most }: { least: number; most: number }) =>
    least.toFixed(2) === most.toFixed(2)
      ? `${least.toFixed(2)} ×`
      : `${least.toFixed(2)}–${most.toFixed(2)} ×`

  const behind = measures.flatMap(({ name, weigh }) => {
    const lighter = rows.filter((row) => !row.isOurs && ratio(row, weigh).least < 1)
    return lighter.length === 0
      ? []
      : [`${name}: ${lighter.map((row) => `${row.name} (${show(ratio(row, weigh))})`).join(', ')}`]
  })
  const head = [
    titles[kind],
    `at start, gzip (${bundlers.join(', ')})`,
    'beside takokit',
    'at start, Brotli',
    'with all that loads later, gzip',
    'beside takokit',
  ]
  const lines = rows.map((row) => [
    row.isOurs ? `**${row.name}**` : row.name,
    cells(row, ({ gzip }) => gzip.start),
    show(ratio(row, ({ gzip }) => gzip.start)),
    cells(row, ({ brotli }) => brotli.start),
    cells(row, ({ gzip }) => gzip.all),
    show(ratio(row, ({ gzip }) => gzip.all)),
  ])
  const verdict =
    behind.length === 0
      ? 'None is lighter in any column.'
      : `Lighter than takokit in a bundler or more: ${behind.join('; ')}.`
  return `${table(head, lines)}\n\n${verdict}`
}

const measures: { name: string; weigh: (weight: Weight) => number }[] = [
  { name: 'at start with gzip', weigh: ({ gzip }) => gzip.start },
  { name: 'at start with Brotli', weigh: ({ brotli }) => brotli.start },
  { name: 'with all that loads later', weigh: ({ gzip }) => gzip.all },
]
