import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { createRelay, siweIssuer } from '@takokit/relay'
import { createNodeListener } from '@takokit/relay/node'
import { freePort } from '../../../relay/src/testing/freePort.ts'

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

/** Serves a folder of static files, and below `/auth` a relay that issues the sessions itself. */
export async function serveWithRelay(folder: string) {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const signingKeys = { ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) }
  const relay = createRelay({
    origin: url,
    secret: 'a-secret-of-this-test-0123456789-abcdef',
    logger: () => {},
    providers: [siweIssuer({ domain: `localhost:${port}`, signingKeys })],
  })
  const listen = createNodeListener(relay)
  const server = createServer((incoming, outgoing) => {
    if (incoming.url?.startsWith('/auth/')) return listen(incoming, outgoing)
    const path = join(folder, (incoming.url ?? '/').replace(/\/$/, '/index.html'))
    readFile(path).then(
      (body) => outgoing.setHeader('content-type', types[extname(path)] ?? 'text/plain').end(body),
      () => outgoing.writeHead(404).end(),
    )
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
