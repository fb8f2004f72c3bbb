import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PageFiles } from './buildPage.ts'

export interface PageServer {
  url: string
  close: () => Promise<void>
}

/** Serves the files of a page from their own loopback origin. */
export async function serveFiles(files: PageFiles): Promise<PageServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://page')
    const file = files.get(pathname)
    if (file === undefined) {
      response.writeHead(404).end()
      return
    }
    const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html'
    // Not `no-store`: that would keep the page out of the back/forward cache.
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' }).end(file)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
