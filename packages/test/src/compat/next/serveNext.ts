import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { freePort } from '../../../../relay/src/testing/freePort.ts'

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

/** Builds a Next.js app as it would be published, and serves it from a loopback origin of its own, told as `ORIGIN`. */
export async function serveNext({ folder, env }: ServeNextParameters): Promise<NextServer> {
  const built = spawnSync(process.execPath, [next, 'build'], {
    cwd: folder,
    env: { ...process.env, ...quiet },
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(`next build:\n${built.stdout}${built.stderr}`)

  const port = await freePort()
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
