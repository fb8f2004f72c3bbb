import type { BenchSession } from './Contender.ts'
import type { Upstream } from './startUpstream.ts'
import type { Visitors } from './Visitors.ts'

export interface OutageRow {
  name: string
  label: string
  downS: number
  sessions: number
  /** Sessions with a valid token ten seconds after the provider is back. */
  backAfter10s: number
  /** Sessions that never returned within the half minute after it. */
  lost: number
}

const watchMs = 30_000

/** A provider that is down for so long, while tokens that live ten seconds expire. Each session asks once a second. */
export async function measureOutage(
  visitors: Visitors,
  upstream: Upstream,
  downS: number,
): Promise<OutageRow> {
  const { contender, connections, sessions } = visitors
  const startedAt = performance.now()
  const downMs = downS * 1_000
  const backAt = startedAt + downMs
  const returned = new Map<BenchSession, number>()
  upstream.state.isDown = true
  const queue = [...sessions]
  setTimeout(() => {
    upstream.state.isDown = false
  }, downMs)
  while (performance.now() < backAt + watchMs && returned.size < sessions.length) {
    const roundAt = performance.now()
    const left = queue.filter((session) => !returned.has(session))
    await Promise.all(
      connections.map(async (connection) => {
        for (let session = left.pop(); session; session = left.pop()) {
          const isAnswered = await contender.ask(connection, session, false).catch(() => false)
          // A token that is still good before the provider is back says nothing.
          if (isAnswered && performance.now() > backAt) returned.set(session, performance.now())
        }
      }),
    )
    const restMs = roundAt + 1_000 - performance.now()
    if (restMs > 0) await new Promise((resolve) => setTimeout(resolve, restMs))
  }
  upstream.state.isDown = false
  const soon = [...returned.values()].filter((at) => at <= backAt + 10_000).length
  const { name, label } = contender
  const { length } = sessions
  return { name, label, downS, sessions: length, backAfter10s: soon, lost: length - returned.size }
}
