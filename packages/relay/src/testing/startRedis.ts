import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { freePort } from './freePort.ts'

/** Where a Redis server is installed, or `undefined`. */
export const redisPath = [
  process.env.REDIS_SERVER_PATH ?? '',
  ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'redis-server')),
  '/usr/bin/redis-server',
  '/usr/local/bin/redis-server',
  '/opt/homebrew/bin/redis-server',
].find((path) => path !== '' && existsSync(path))

/** A Redis server of a test's own, on loopback, that can be taken away and brought back with what it had. */
export interface TestRedis {
  port: number
  url: string
  /** Takes it away at once, as a crash does. */
  crash: () => Promise<void>
  /** Brings it back, with what it had written down. */
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
    // Left flowing, so that the server never waits for its log to be read.
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
