import type { Measured, Results } from './Results.ts'
import { toSizesTable } from './sizes/toSizesTable.ts'
import { type Bars, type Theme, toBars } from './toBars.ts'

/** The page "Measured" of the docs: each part's table, how it was measured, and the versions. */
export function toPage({ versions, ...parts }: Results): string {
  const { sizes } = parts
  const sections = [
    sizes && section('Bytes', toSizesTable(sizes.report), howSizes, sizes),
    `## Versions\n\n${Object.entries(versions)
      .map(([name, version]) => `\`${name}\` ${version}`)
      .join(' · ')}`,
  ]
  return `${[head, ...sections].filter(Boolean).join('\n\n')}\n`
}

/** The picture of the README and of the page. */
export function toPicture({ sizes }: Results, theme: Theme): string {
  const groups: Bars[] = []
  for (const kind of ['kit', 'engine'] as const) {
    const rows = sizes?.report.rows.filter((row) => row.kind === kind) ?? []
    const bars = rows.flatMap(({ name, isOurs, weights: { Rolldown } }) => {
      const value = Rolldown ? Rolldown.gzip.start / 1_000 : 0
      return value === 0 ? [] : [{ label: name, value, text: `${value.toFixed(1)} kB`, isOurs }]
    })
    const title = kind === 'kit' ? 'Sign-in kits' : 'Session engines'
    if (bars.length > 0) groups.push({ title: `${title}, kB at start`, bars })
  }
  return toBars('takokit beside others', groups, theme)
}

const head = `# Measured

What others do in the same place, in the same run, on one machine: \`pnpm bench\` measures it again and writes this page, its picture and
\`packages/bench/results/peers.json\`. The peers are installed in pinned versions when it runs. Ratios say more than figures: machines differ.

<img className="measured on-light" src="/measured-light.svg" alt="takokit beside others, as bars" />
<img className="measured on-dark" src="/measured-dark.svg" alt="takokit beside others, as bars" />`

const howSizes = `Minified for production, React, wagmi, viem and TanStack Query left out, since an application has them already; stylesheets that the
documentation tells to import are counted. Of each kit only the parts for a button, a dialog and a signed message. "–": the bundler refuses it.`

function section(
  title: string,
  table: string,
  how: string,
  { on, node, processor, load }: Measured<unknown>,
): string {
  const when = `Measured on ${on}: Node ${node.slice(1)}, ${processor}, load ${load.toFixed(1)}.`
  return `## ${title}\n\n${table}\n\n${how}\n${when}`
}
