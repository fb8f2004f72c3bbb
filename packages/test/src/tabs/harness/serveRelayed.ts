import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tako } from '@takokit/core'
import { createEmulator } from '@takokit/emulator'
import { createRelay, memoryStore, type RelayOptions } from '@takokit/relay'
import { createNodeListener } from '@takokit/relay/node'
import type { TabOptions } from '../page/TabOptions.ts'
import { buildPage } from './buildPage.ts'

const apiUrl = 'http://localhost:9'

/** A page and the relay of its origin, before an emulator that punishes reuse, in a time that the test drives. */
export async function serveRelayed(options: Partial<RelayOptions<'tako'>> = {}) {
  let aheadMs = 0
  const now = () => Date.now() + aheadMs
  const emulator = createEmulator({ now, tako: { reuse: 'strict' } })
  const files = await buildPage()
  const open = new Set<ServerResponse>()
  let hold: { reached: () => void; answered: Promise<void> } | undefined

  const server = createServer((request, response) => {
    open.add(response)
    response.once('close', () => open.delete(response))
    const { pathname } = new URL(request.url ?? '/', 'http://page')
    const file = files.get(pathname)
    const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html'
    if (file === undefined) listen(request, response)
    else response.writeHead(200, { 'content-type': type }).end(file)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const origin = `http://localhost:${port}`
  const relay = createRelay({
    providers: [tako({ baseUrl: apiUrl })],
    origin,
    secret: 'a secret of the tests 0123456789 abcdefgh',
    allowPrivateUpstreams: true,
    logger: false,
    store: memoryStore({ now }),
    now,
    async fetch(input, init) {
      const answer = await emulator.fetch(input, init)
      hold?.reached()
      await hold?.answered
      return answer
    },
    ...options,
  })
  const listen = createNodeListener(relay)

  return {
    address(storage: TabOptions['storage'] = 'vault') {
      const tab: TabOptions = { apiUrl, storage, timing: {}, isRelayed: true }
      return `${origin}/?options=${encodeURIComponent(JSON.stringify(tab))}`
    },
    counters: () => emulator.controls.tako.counters(),
    advance(ms: number) {
      aheadMs += ms
    },
    /** The next answer of the provider waits, with its token rotated, until it is let go. */
    holdAnswer() {
      let reach = () => {}
      let letGo = () => {}
      const reached = new Promise<void>((resolve) => {
        reach = resolve
      })
      const answered = new Promise<void>((resolve) => {
        letGo = resolve
      })
      hold = { reached: reach, answered }
      return { reached, letGo }
    },
    /** What is on its way to the browser is lost. */
    dropAnswers() {
      for (const response of open) response.destroy()
    },
    /** Resolves when nothing is under way any more. */
    async settled() {
      while (open.size > 0) await Promise.race([...open].map((response) => once(response, 'close')))
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
      await relay.close()
    },
  }
}
