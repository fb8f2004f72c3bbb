import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '../../../../relay/src/testing/freePort.ts'
import { nextEnv, nextProgram } from './buildNext.ts'

export interface ServeNextParameters {
  /** The folder of the built app. */
  folder: string
  env: Record<string, string>
}

export interface NextServer {
  url: string
  /** Everything that the server printed. */
  output: () => string
  close: () => Promise<void>
}

/** Serves a built app from its own loopback origin, passed as `ORIGIN`. Resolves when it is ready or has exited. */
export async function serveNext({ folder, env }: ServeNextParameters): Promise<NextServer> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const server = spawn(
    process.execPath,
    [nextProgram, 'start', '-p', `${port}`, '-H', '127.0.0.1'],
    { cwd: folder, env: { ...process.env, ...nextEnv, ...env, ORIGIN: url } },
  )
  let output = ''
  const gone = once(server, 'exit')
  const ready = new Promise<void>((resolve) => {
    for (const stream of [server.stdout, server.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
        if (/Ready/.test(output)) resolve()
      })
  })
  await Promise.race([ready, gone])
  return {
    url,
    output: () => output,
    async close() {
      server.kill()
      await gone
    },
  }
}
