import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'

export interface ServeNextParameters {
  /** The app. */
  folder: string
  env: Record<string, string>
}

export interface NextServer {
  url: string
  close: () => Promise<void>
}

const next = './node_modules/next/dist/bin/next'
const quiet = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', NO_COLOR: '1' }

async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Builds a Next.js app as it would be published, and serves it from a loopback origin of its own, told as `ORIGIN`. */
export async function serveNext({ folder, env }: ServeNextParameters): Promise<NextServer> {
  const built = spawnSync(process.execPath, [next, 'build'], {
    cwd: folder,
    env: { ...process.env, ...quiet },
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(`next build:\n${built.stdout}${built.stderr}`)

  const port = await findPort()
  const url = `http://localhost:${port}`
  const server = spawn(process.execPath, [next, 'start', '-p', `${port}`, '-H', '127.0.0.1'], {
    cwd: folder,
    env: { ...process.env, ...quiet, ...env, ORIGIN: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: server.stdout })) if (/Ready/.test(line)) break
  server.stdout.resume()
  return {
    url,
    async close() {
      const gone = once(server, 'exit')
      server.kill()
      await gone
    },
  }
}
