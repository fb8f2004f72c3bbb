import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { freePort } from '../../../relay/src/testing/freePort.ts'
import type { Row } from './rows.ts'

/** Starts the dapp's own server, if it has one. */
export async function serveDapp({ serve }: Row, at: string) {
  if (!serve) return { url: undefined, close: async () => {} }
  const port = await freePort()
  const [program = '', ...rest] = serve
  const server = spawn(join(at, 'node_modules/.bin', program), rest, {
    cwd: at,
    env: { ...process.env, NODE_ENV: 'production', PORT: `${port}`, HOST: '127.0.0.1' },
  })
  const url = `http://localhost:${port}`
  await Promise.race([once(server.stdout, 'data'), once(server, 'exit')])
  return {
    url,
    async close() {
      server.kill()
      await once(server, 'exit')
    },
  }
}
