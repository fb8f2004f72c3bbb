import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Redis } from 'ioredis'
import { bundleFile } from '../../runBundled.ts'
import { startRedis } from '../../../../relay/src/testing/startRedis.ts'
import { type Contender, isOwn } from './Contender.ts'
import { measureBurst } from './measureBurst.ts'
import { measureOutage } from './measureOutage.ts'
import { dueS, measureRates, type RateVisitors, usualS } from './measureRates.ts'
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
  { name: 'cookieFetch', label: 'takokit, cookie, by Node’s `fetch`' },
  { name: 'redisFetch', label: 'takokit, Redis, by Node’s `fetch`' },
]

/** How long the provider is down, in seconds. */
const outagesS = [10, 60]

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
    // Its default. The relay's tests lose nothing when it crashes, and wait for the disk with each write.
    const settings = new Redis(redis.port, '127.0.0.1')
    await settings.config('SET', 'appendfsync', 'everysec')
    settings.disconnect()
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
      upstream.state.lifetimeS = dueS
      const refresh = one.canRenew
        ? await openVisitors(await eager(one, '1s'), { sessions })
        : undefined
      upstream.state.lifetimeS = usualS
      visitors.push({ atHand, refresh })
    }
    const counts = { rounds: 3, requests: isQuick ? 1_000 : 3_000 }
    const rates = await measureRates(visitors, upstream, counts)
    for (const { atHand, refresh } of visitors)
      for (const one of [atHand, refresh ?? atHand]) closeVisitors(one)

    const renewing = contenders.filter(({ canRenew, name }) => canRenew && !name.endsWith('Fetch'))
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
      upstream.state.lifetimeS = 16
      const due = await openVisitors(server, { sessions, connections: sessions })
      upstream.state.lifetimeS = usualS
      for (const [index, session] of due.sessions.entries()) {
        const connection = due.connections[index]
        // A page names the token that it has.
        if (connection && isOwn(server.name)) await server.ask(connection, session, false)
      }
      await new Promise((resolve) => setTimeout(resolve, 8_100))
      const others = await openVisitors(server, { sessions: 8, connections: 8 })
      burst.push(await measureBurst(due, others, upstream))
      for (const one of [due, others]) closeVisitors(one)
    }

    const outage = []
    upstream.state.lifetimeS = 10
    for (const downS of isQuick ? [10] : outagesS) {
      const all = []
      for (const one of renewing) all.push(await openVisitors(await eager(one, '8s'), { sessions }))
      // All at the same time: no server has much to do.
      outage.push(
        ...(await Promise.all(all.map((people) => measureOutage(people, upstream, downS)))),
      )
      for (const people of all) closeVisitors(people)
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
