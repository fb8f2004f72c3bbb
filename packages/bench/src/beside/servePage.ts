import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

export interface ServedPage {
  url: string
  close: () => Promise<void>
}

/** Bundles a page of ours with the peers that it imports, and serves it from its own loopback origin. */
export async function servePage(file: string, peers: string): Promise<ServedPage> {
  const bundle = await rolldown({
    input: { page: file },
    platform: 'browser',
    resolve: {
      conditionNames: ['@takokit/source', 'import', 'module', 'browser', 'production'],
      modules: [join(peers, 'node_modules'), 'node_modules'],
    },
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    onLog(level, log, handler) {
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message)
      if (level === 'warn') return
      handler(level, log)
    },
  })
  const { output } = await bundle.generate({
    format: 'esm',
    minify: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
  })
  const files = new Map(
    output.map((one) => [`/${one.fileName}`, one.type === 'chunk' ? one.code : one.source]),
  )
  files.set(
    '/',
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>page</title><div id="root"></div><script type="module" src="/page.js"></script></html>',
  )
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://page')
    const text = files.get(pathname)
    const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html'
    if (text === undefined) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': type }).end(text)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
