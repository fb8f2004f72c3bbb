import type { CallsReport } from './calls/CallsReport.ts'
import { toCallsTable } from './calls/toCallsTable.ts'
import { toRecoveryTable } from './recovery/toRecoveryTable.ts'
import type { Measured, Results } from './Results.ts'
import { toSizesTable } from './sizes/toSizesTable.ts'
import type { TabsReport } from './tabs/TabsReport.ts'
import { toTabsTable } from './tabs/toTabsTable.ts'
import type { ChartTheme } from '../chartThemes.ts'
import { type Bars, toBars } from './toBars.ts'

/** The page "Measured" of the docs: each part's table, how it was measured, and the versions. */
export function toPage({ versions, ...parts }: Results): string {
  const { sizes, tabs, recovery, calls } = parts
  const sections = [
    sizes && section('Bytes', toSizesTable(sizes.report), howSizes, sizes),
    tabs && section('Tabs', toTabsTable(tabs.report), howTabs(tabs.report), tabs),
    recovery && section('Recovery', toRecoveryTable(recovery.report), howRecovery, recovery),
    calls && section('Calls', toCallsTable(calls.report), howCalls(calls.report), calls),
    `## Versions\n\n${Object.entries(versions)
      .map(([name, version]) => `\`${name}\` ${version}`)
      .join(' · ')}`,
  ]
  return `${[head, ...sections].filter(Boolean).join('\n\n')}\n`
}

/** The picture of the README and of the page. */
export function toPicture({ sizes, tabs }: Results, theme: ChartTheme): string {
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
  const races = tabs?.report.rows.flatMap(({ label, name, cells: { together8 } }) => {
    if (!together8) return []
    const { signedIn, tabs: count } = together8
    const isOurs = name === 'takokit'
    return [{ label, value: signedIn / count, text: `${signedIn} of ${count}`, isOurs }]
  })
  if (races)
    groups.push({ title: 'Twice 8 tabs together, strict rotation: still signed in', bars: races })
  return toBars('takokit beside others', groups, theme)
}

const head = `# Measured

What others do in the same place, in the same run, on one machine: \`pnpm bench\` measures it again and writes this page, its picture and
\`packages/bench/results/peers.json\`. The peers are installed in pinned versions when it runs. Ratios say more than figures: machines differ.

<img className="measured on-light" src="/measured-light.svg" alt="takokit beside others, as bars" />
<img className="measured on-dark" src="/measured-dark.svg" alt="takokit beside others, as bars" />`

const howSizes = `Minified for production, React, wagmi, viem and TanStack Query left out, since an application has them already; stylesheets that the
documentation tells to import are counted. Of each kit only the parts for a button, a dialog and a signed message. "–": the bundler refuses it.`

const howTabs = ({ chromium }: TabsReport) =>
  `Each cell: requests with a refresh token for each rotation; second presentations of a used one; tabs with a valid token in the end.
The server ends a session whose refresh token comes twice, as OAuth recommends, and counts by itself. The pages' clocks pass the end
of the token together, as after a sleep, then tabs ask for one; 10 rotations, or until the session is over. "Too early": requests while \`Retry-After\` ran,
100 ms of difference between the clocks aside.
8 tabs together are played twice. Hidden tabs say that they are hidden; their timers are not throttled. Chromium ${chromium}.`

const howRecovery = `Seconds from the return of a server that answered with 500 to the first refresh, with the token expired, in one tab; the clocks of the page
and the server go faster than real ones, a second at a time. 5 s: median, least and most of three runs; longer outages once.
"–": it renews only when it is asked.`

const howCalls = ({ rounds, calls }: CallsReport) =>
  `CPU time of the process in Node, which other programs disturb less than time: ${rounds} rounds of ${calls} calls each to a server on loopback, all ways in
turn, call by call, in one process; of each round the median.`

function section(
  title: string,
  table: string,
  how: string,
  { on, node, processor, load }: Measured<unknown>,
): string {
  const when = `Measured on ${on}: Node ${node.slice(1)}, ${processor}, load ${load.toFixed(1)}.`
  return `## ${title}\n\n${table}\n\n${how}\n${when}`
}
