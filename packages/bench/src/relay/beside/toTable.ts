import type { Rates } from './measureRates.ts'
import type { RelayReport } from './RelayReport.ts'

/** The figures as a Markdown table, with how they were measured. */
export function toTable(report: RelayReport): string {
  const { rates, together, burst, outage } = report
  const find = <row extends { name: string }>(rows: readonly row[], name: string) =>
    rows.find((row) => row.name === name)
  const rows = rates.map(({ name, label, atHand, refresh, memoryMb }) => {
    const [tabs, rush] = [find(together, name), find(burst, name)]
    const downs = outage.filter((row) => row.name === name)
    return [
      label,
      share(atHand),
      share(refresh),
      `${atHand.p50Ms.toFixed(1)}, ${atHand.p99Ms.toFixed(1)}`,
      memoryMb.toFixed(0),
      tabs
        ? `${tabs.upstreamCalls}, ${tabs.withToken}, ${tabs.isAlive ? 'alive' : '**over**'}`
        : '–',
      rush ? rush.p99Ms.toFixed(0) : '–',
      downs
        .map((down) => `${percent(down.backAfter10s, down.sessions)}, ${down.lost}`)
        .join('; ') || '–',
    ]
  })
  if (!report.oauth2Proxy) rows.push(['oauth2-proxy', 'not installed', ...Array(6).fill('–')])
  const head = [
    'server',
    'token at hand',
    'refresh',
    'p50, p99 (ms)',
    'memory (MB)',
    '50 tabs at once',
    'p99 in a burst (ms)',
    'after an outage',
  ]
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return `${lines.join('\n')}\n\n${explain(report)}\n`
}

function share(rates: Rates | undefined): string {
  if (!rates) return '–'
  const { perCpuSecond, ofBare } = rates
  const rate = Math.round(perCpuSecond).toLocaleString('en')
  const [median, least, most] = [ofBare.median, ofBare.least, ofBare.most].map((one) =>
    one.toPrecision(2),
  )
  return `${rate} (${median}; ${least}–${most})`
}

function percent(part: number, all: number): string {
  return `${Math.round((100 * part) / all)} %`
}

function explain(report: RelayReport): string {
  const { sessions, rounds, requests, isPinned, node, oauth2Proxy, load, processor } = report
  const proxy = oauth2Proxy ? `oauth2-proxy ${oauth2Proxy}` : 'without oauth2-proxy'
  return [
    `Requests for each second of the server's CPU time (in brackets their share of bare \`node:http\` with the same request and`,
    `answer just before: median, least and most of ${rounds} rounds of ${requests.toLocaleString('en')} requests, or ${sessions} renewals of tokens that are due,`,
    `all servers in turn, after three rounds to warm up); ${sessions} sessions, 64 connections.`,
    `"50 tabs at once": requests upstream, tabs with a token, and the session, when one session's token is due. "p99 in a burst":`,
    `calls that need no renewal, while ${sessions} renewals wait five seconds for the provider. "After an outage" of ten seconds and of a`,
    `minute: sessions with a token ten seconds later, and those that never returned. Node ${node.slice(1)}, ${proxy},`,
    `${processor.trim() || 'unknown processor'}; the server ${isPinned ? 'has a core of its own' : 'shares its core'}; load ${load.map((one) => one.toFixed(1)).join(' before, ')} after.`,
  ].join('\n')
}
