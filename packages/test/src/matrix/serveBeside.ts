import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { createNodeListener } from '@takokit/relay/node'
import { freePort } from '../../../relay/src/testing/freePort.ts'
import { contentTypeOf } from './contentTypeOf.ts'

export interface ServeBesideParameters {
  /** The folder of the static files, asked for with each request. */
  folder: () => string
  /** Where the backend's paths begin. */
  below: string
  /** Makes the backend of a site. */
  open: (url: string) => (request: Request) => Promise<Response>
}

/** Serves a folder of static files, and a backend at the same origin. */
export async function serveBeside({ folder, below, open }: ServeBesideParameters) {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const listen = createNodeListener({ fetch: open(url) })
  const server = createServer((incoming, outgoing) => {
    if (incoming.url?.startsWith(below)) return listen(incoming, outgoing)
    const path = join(folder(), (incoming.url ?? '/').replace(/\/$/, '/index.html'))
    readFile(path).then(
      (body) => outgoing.setHeader('content-type', contentTypeOf(path)).end(body),
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
