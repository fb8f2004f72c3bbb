import { once } from 'node:events'
import { createServer, type IncomingMessage, request as send, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A minimal balancer: each request goes to the next server, and to another if that one does not listen. */
export async function startBalancer(targets: () => readonly string[]) {
  let turn = 0
  // Longer than any test: closing a connection under a request would be a failure of its own.
  const server = createServer({ keepAliveTimeout: 300_000 }, (incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => pass(incoming, outgoing, Buffer.concat(chunks), targets().length))
  })

  function pass(incoming: IncomingMessage, outgoing: ServerResponse, body: Buffer, left: number) {
    const all = targets()
    const target = all[turn++ % all.length] ?? ''
    const { method, headers } = incoming
    const passing = send(new URL(incoming.url ?? '/', target), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    passing.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' && left > 1) pass(incoming, outgoing, body, left - 1)
      else outgoing.writeHead(502).end()
    })
    passing.end(body)
  }

  server.listen(0, '127.0.0.1')
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
