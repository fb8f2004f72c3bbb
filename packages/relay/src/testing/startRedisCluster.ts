import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { freePort } from './freePort.ts'
import { redisPath } from './startRedis.ts'

/** Three nodes on loopback that share the slots. */
export async function startRedisCluster() {
  const folder = await mkdtemp(join(tmpdir(), 'takokit-cluster-'))
  const nodes = await Promise.all([0, 1, 2].map((index) => startNode(join(folder), index)))
  const clients = nodes.map(({ port }) => new Redis({ port }))
  const [first] = nodes
  await Promise.all(
    clients.map((client, index) => {
      const slots = [5_461 * index, index === 2 ? 16_383 : 5_461 * (index + 1) - 1].map(String)
      return client.call('CLUSTER', 'ADDSLOTSRANGE', ...slots)
    }),
  )
  for (const client of clients.slice(1))
    await client.call('CLUSTER', 'MEET', '127.0.0.1', String(first?.port), String(first?.busPort))
  const isWhole = async (client: Redis) => {
    const info = String(await client.call('CLUSTER', 'INFO'))
    return info.includes('cluster_state:ok') && info.includes('cluster_known_nodes:3')
  }
  for (const client of clients) while (!(await isWhole(client)));
  return {
    nodes: nodes.map(({ port }) => ({ host: '127.0.0.1', port })),
    /** The keys on each node. */
    keys: () => Promise.all(clients.map((client) => client.keys('*'))),
    async dispose() {
      for (const client of clients) client.disconnect()
      await Promise.all(nodes.map(({ server }) => end(server)))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function startNode(folder: string, index: number) {
  const [port, busPort] = [await freePort(), await freePort()]
  const server = spawn(redisPath ?? 'redis-server', [
    ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''],
    ...['--cluster-enabled', 'yes', '--cluster-port', String(busPort)],
    ...['--cluster-config-file', `nodes-${index}.conf`],
  ])
  for await (const chunk of server.stdout) if (String(chunk).includes('Ready to accept')) break
  server.stdout.resume()
  return { server, port, busPort }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = once(server, 'exit')
  server.kill('SIGKILL')
  await gone
}
