import { median } from '../../median.ts'
import { cpuSeconds, residentMb } from './processes.ts'
import type { Upstream } from './startUpstream.ts'
import type { Visitors } from './Visitors.ts'

/** Requests for each second of the server's CPU time, and their share of what bare `node:http` answers in the same round. */
export interface Rates {
  perCpuSecond: number
  ofBare: { median: number; least: number; most: number }
  p50Ms: number
  p99Ms: number
}

export interface RateRow {
  name: string
  label: string
  atHand: Rates
  refresh: Rates | undefined
  memoryMb: number
}

/** Who asks one server: for the token at hand, and for new ones, which may take a server with other settings. */
export interface RateVisitors {
  atHand: Visitors
  refresh: Visitors | undefined
}

/** How long tokens live, in seconds: those at hand, and those that are renewed. */
export const [usualS, dueS] = [3_600, 4]
/** Rounds that are not counted: until then Node compiles what it runs. */
const warmUps = 3

interface Run {
  rate: number
  ofBare: number
  times: number[]
}

/** Measures all of them in turn, round by round, so that other load on the machine affects all. */
export async function measureRates(
  all: readonly RateVisitors[],
  upstream: Upstream,
  { rounds, requests }: { rounds: number; requests: number },
): Promise<RateRow[]> {
  const runs = new Map(all.map((one) => [one, { atHand: [] as Run[], refresh: [] as Run[] }]))
  const bare = all.find(({ atHand }) => atHand.contender.name === 'bare')?.atHand
  if (!bare) throw new Error('There is nothing to compare with.')

  /** Beside the bare server just before it: the machine is not the same a minute later. */
  async function compare(visitors: Visitors, isRenewal: boolean): Promise<Run> {
    const beside = await run(bare ?? visitors, { requests, isRenewal: false })
    const bareRate = beside.times.length / beside.cpuS
    // Renewed when half of its lifetime is over, or, by Go's servers, after a second.
    if (isRenewal) await new Promise((resolve) => setTimeout(resolve, dueS * 500 + 100))
    upstream.state.lifetimeS = isRenewal ? dueS : usualS
    const before = upstream.counts.refreshes
    const count = isRenewal ? visitors.sessions.length : requests
    const { cpuS, times } = await run(visitors, { requests: count, isRenewal })
    upstream.state.lifetimeS = usualS
    const answers = isRenewal ? upstream.counts.refreshes - before : count
    return { rate: answers / cpuS, ofBare: answers / cpuS / bareRate, times }
  }

  for (let round = -warmUps; round < rounds; round++)
    for (const [{ atHand, refresh }, { atHand: ofAtHand, refresh: ofRefresh }] of runs) {
      const [one, other] = [await compare(atHand, false), refresh && (await compare(refresh, true))]
      if (round < 0) continue
      ofAtHand.push(one)
      if (other) ofRefresh.push(other)
    }
  return [...runs].map(
    ([
      {
        atHand: { contender },
      },
      { atHand, refresh },
    ]) => ({
      name: contender.name,
      label: contender.label,
      atHand: summarize(atHand),
      refresh: refresh.length > 0 ? summarize(refresh) : undefined,
      memoryMb: residentMb(contender.process),
    }),
  )
}

async function run(
  { contender, connections, sessions }: Visitors,
  { requests, isRenewal }: { requests: number; isRenewal: boolean },
): Promise<{ cpuS: number; times: number[] }> {
  const before = cpuSeconds(contender.process)
  const times: number[] = []
  let begun = 0
  await Promise.all(
    connections.map(async (connection) => {
      for (let index = begun++; index < requests; index = begun++) {
        const session = sessions[index % sessions.length]
        if (!session) return
        const startedAt = performance.now()
        const isAnswered = await contender.ask(connection, session, isRenewal)
        if (!isAnswered) throw new Error(`${contender.label} gave no token.`)
        times.push(performance.now() - startedAt)
      }
    }),
  )
  return { cpuS: cpuSeconds(contender.process) - before, times }
}

function summarize(runs: readonly Run[]): Rates {
  const times = runs.flatMap((one) => one.times).sort((one, other) => one - other)
  const shares = runs.map(({ ofBare }) => ofBare)
  return {
    perCpuSecond: median(runs.map(({ rate }) => rate)),
    ofBare: { median: median(shares), least: Math.min(...shares), most: Math.max(...shares) },
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
  }
}

/** Of times in order. */
export function percentile(times: readonly number[], part: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN
}
