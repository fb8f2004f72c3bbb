import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { freePort } from './freePort.ts'

/** Path of an installed Redis server, or `undefined`. */
export const redisPath = [
  process.env.REDIS_SERVER_PATH ?? '',
  ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'redis-server')),
  '/usr/bin/redis-server',
  '/usr/local/bin/redis-server',
  '/opt/homebrew/bin/redis-server',
].find((path) => path !== '' && existsSync(path))

/** A test's own Redis server on loopback, which can crash and restart with its data. */
export interface TestRedis {
  port: number
  url: string
  /** Kills it, as a crash does. */
  crash: () => Promise<void>
  /** Restarts it with the data that it had persisted. */
  restart: () => Promise<void>
  dispose: () => Promise<void>
}

export async function startRedis(): Promise<TestRedis> {
  const port = await freePort()
  const folder = await mkdtemp(join(tmpdir(), 'takokit-redis-'))
  let server: ChildProcess | undefined

  async function restart(): Promise<void> {
    const started = spawn(redisPath ?? 'redis-server', [
      ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder],
      ...['--save', '', '--appendonly', 'yes', '--appendfsync', 'always'],
    ])
    server = started
    for await (const chunk of started.stdout) if (String(chunk).includes('Ready to accept')) break
    // Keeps flowing, so that the server never blocks on its log.
    started.stdout.resume()
    if (started.exitCode !== null) throw new Error(`redis-server exited with ${started.exitCode}`)
  }

  async function crash(): Promise<void> {
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    const gone = once(server, 'exit')
    server.kill('SIGKILL')
    await gone
  }

  await restart()
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    crash,
    restart,
    async dispose() {
      await crash()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
