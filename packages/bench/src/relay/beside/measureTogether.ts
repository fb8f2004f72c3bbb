import { isOwn } from './Contender.ts'
import type { Upstream } from './startUpstream.ts'
import type { Visitors } from './Visitors.ts'

export interface TogetherRow {
  name: string
  label: string
  callers: number
  withToken: number
  upstreamCalls: number
  isAlive: boolean
}

/** As many callers at once on one session whose token is due, each with the same old cookie, as tabs have. */
export async function measureTogether(
  { contender, connections }: Visitors,
  upstream: Upstream,
): Promise<TogetherRow> {
  const [first] = connections
  if (!first) throw new Error('Nobody visits.')
  const session = await contender.begin(first)
  if (isOwn(contender.name)) await contender.ask(first, session, false)
  await new Promise((resolve) => setTimeout(resolve, 2_100))
  const before = upstream.counts.refreshes
  upstream.state.delayMs = 100
  const callers = connections.slice(0, 50).map(async (connection) => {
    const tab = { ...session, cookies: new Map(session.cookies) }
    return { tab, isAnswered: await contender.ask(connection, tab, true).catch(() => false) }
  })
  const answers = await Promise.all(callers)
  upstream.state.delayMs = 0
  const upstreamCalls = upstream.counts.refreshes - before
  // Later the browser has what came last.
  const last = answers.findLast(({ isAnswered }) => isAnswered)?.tab ?? session
  await new Promise((resolve) => setTimeout(resolve, 2_100))
  const isAlive = await contender.ask(first, last, true).catch(() => false)
  const withToken = answers.filter(({ isAnswered }) => isAnswered).length
  const { name, label } = contender
  return { name, label, callers: answers.length, withToken, upstreamCalls, isAlive }
}
