import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleFile } from '../../runBundled.ts'
import { startRedis } from '../../../../relay/src/testing/startRedis.ts'
import type { Contender } from './Contender.ts'
import { measureBurst } from './measureBurst.ts'
import { measureOutage } from './measureOutage.ts'
import { measureRates, type RateVisitors } from './measureRates.ts'
import { measureTogether } from './measureTogether.ts'
import { cores, pin } from './processes.ts'
import type { RelayReport } from './RelayReport.ts'
import { findOauth2Proxy, oauth2ProxyVersion, startOauth2Proxy } from './startOauth2Proxy.ts'
import { startNode } from './startNode.ts'
import { startUpstream } from './startUpstream.ts'
import { closeVisitors, openVisitors } from './Visitors.ts'

const onNode = [
  { name: 'bare', label: 'bare `node:http`' },
  { name: 'hono', label: '`@hono/node-server` + `text()`' },
  { name: 'iron', label: 'iron-session route' },
  { name: 'cookie', label: 'takokit, tokens in the cookie' },
  { name: 'redis', label: 'takokit, tokens in Redis' },
]

/** The relay beside servers that do the same job, in one run. */
export async function compareRelays(isQuick: boolean): Promise<RelayReport> {
  const folder = await mkdtemp(join(tmpdir(), 'takokit-bench-'))
  const loadBefore = loadavg()[0] ?? Number.NaN
  let isPinned = pin(process.pid, cores.others)
  const [redis, upstream] = [await startRedis(), await startUpstream()]
  const started: Contender[] = []
  const oauth2Proxy = findOauth2Proxy()

  async function start(contender: Promise<Contender>): Promise<Contender> {
    const one = await contender
    started.push(one)
    isPinned = pin(one.process.pid ?? 0, cores.server) && isPinned
    return one
  }
  const startGo = (name: string, label: string, refreshAfter: string) =>
    start(
      startOauth2Proxy(
        oauth2Proxy ?? '',
        { name, label, redisPort: name === 'goRedis' ? redis.port : undefined },
        { upstream, refreshAfter },
      ),
    )
  try {
    const bundle = await bundleFile(fileURLToPath(new URL('server.ts', import.meta.url)), folder)
    const context = { upstream, redisPort: redis.port }
    const contenders = []
    for (const one of onNode) contenders.push(await start(startNode(bundle, one, context)))
    if (oauth2Proxy)
      for (const [name, label] of [
        ['goCookie', 'oauth2-proxy, cookie'],
        ['goRedis', 'oauth2-proxy, Redis'],
      ] as const)
        contenders.push(await startGo(name, label, '1h'))

    const sessions = isQuick ? 200 : 500
    const isGo = ({ name }: Contender) => name.startsWith('go')
    /** The same server, whose sessions are due sooner. */
    const eager = (one: Contender, refreshAfter: string) =>
      isGo(one) ? startGo(one.name, one.label, refreshAfter) : Promise.resolve(one)

    const visitors: RateVisitors[] = []
    for (const one of contenders) {
      const atHand = await openVisitors(one, { sessions })
      const due = one.canRenew ? await eager(one, '1s') : undefined
      const refresh = due && (isGo(one) ? await openVisitors(due, { sessions }) : atHand)
      visitors.push({ atHand, refresh })
    }
    const counts = isQuick ? { rounds: 3, requests: 1_000 } : { rounds: 5, requests: 3_000 }
    const rates = await measureRates(visitors, upstream, counts)
    for (const { atHand, refresh } of visitors)
      for (const one of [atHand, refresh ?? atHand]) closeVisitors(one)

    const renewing = contenders.filter(({ canRenew }) => canRenew)
    const together = []
    for (const one of renewing) {
      const tabs = await openVisitors(await eager(one, '1s'), { sessions: 0, connections: 50 })
      together.push(await measureTogether(tabs, upstream))
      closeVisitors(tabs)
    }

    const burst = []
    for (const one of renewing) {
      // Older sessions are due there; those begun just before the burst are not.
      const server = await eager(one, '7s')
      const due = await openVisitors(server, { sessions, connections: sessions })
      for (const [index, session] of due.sessions.entries()) {
        const connection = due.connections[index]
        if (connection && !isGo(one)) await server.ask(connection, session, false)
      }
      if (isGo(one)) await new Promise((resolve) => setTimeout(resolve, 8_100))
      const others = await openVisitors(server, { sessions: 8, connections: 8 })
      burst.push(await measureBurst(due, others, upstream))
      for (const one of [due, others]) closeVisitors(one)
    }

    const outage = []
    upstream.state.lifetimeS = 10
    for (const one of renewing) {
      const people = await openVisitors(await eager(one, '8s'), { sessions })
      outage.push(await measureOutage(people, upstream))
      closeVisitors(people)
    }
    return {
      node: process.version,
      oauth2Proxy: oauth2Proxy ? oauth2ProxyVersion : undefined,
      processor: cpus()[0]?.model ?? '',
      isPinned,
      load: [loadBefore, loadavg()[0] ?? Number.NaN],
      sessions,
      ...counts,
      rates,
      together,
      burst,
      outage,
    }
  } finally {
    for (const { process: child } of started) {
      if (child.exitCode !== null) continue
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    upstream.close()
    await redis.dispose()
    await rm(folder, { recursive: true, force: true })
  }
}
