import { percentile } from './measureRates.ts'
import type { Upstream } from './startUpstream.ts'
import type { Visitors } from './Visitors.ts'

export interface BurstRow {
  name: string
  label: string
  p50Ms: number
  p99Ms: number
}

/**
 * How long sessions that need no renewal wait for their token while the others' renewals begin at once, and while the answers
 * of a provider that takes five seconds arrive at once.
 */
export async function measureBurst(
  due: Visitors,
  others: Visitors,
  upstream: Upstream,
): Promise<BurstRow> {
  const { contender } = due
  upstream.state.delayMs = 5_000
  const renewing = Promise.all(
    due.connections.map(async (connection, index) => {
      const session = due.sessions[index]
      if (session) await contender.ask(connection, session, true).catch(() => false)
    }),
  )
  const times: number[] = []
  const endsAt = performance.now() + 5_700
  await Promise.all(
    others.connections.map(async (connection, index) => {
      const session = others.sessions[index]
      while (session && performance.now() < endsAt) {
        const startedAt = performance.now()
        await contender.ask(connection, session, false)
        times.push(performance.now() - startedAt)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    }),
  )
  await renewing
  upstream.state.delayMs = 0
  times.sort((one, other) => one - other)
  const { name, label } = contender
  return { name, label, p50Ms: percentile(times, 0.5), p99Ms: percentile(times, 0.99) }
}
