import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { tako } from '@takokit/core'
import { expect, test } from 'vitest'
import { createRelay } from '../createRelay.ts'
import { createNodeFetch } from '../node/createNodeFetch.ts'
import { createBrowser, testOrigin } from '../testing/createBrowser.ts'
import { readToken, testSecret } from '../testing/createWorld.ts'
import { until } from '../testing/until.ts'

/** A provider that keeps running while this thread is blocked: it reports each request, and responds during the block. */
const provider = `
const { createServer } = require('node:http')
const { parentPort, workerData } = require('node:worker_threads')
const asked = new Int32Array(workerData)
createServer((request, response) => {
  request.resume().on('end', () => {
    Atomics.add(asked, 0, 1)
    response.setHeader('content-type', 'application/json')
    const data = { token: 'next', refresh_token: 'next-refresh', expires_in: 3600 }
    setTimeout(() => {
      response.end(JSON.stringify({ status: 'success', data }), () => {
        Atomics.store(asked, 1, 1)
        Atomics.notify(asked, 1)
      })
    }, 20)
  })
}).listen(0, '127.0.0.1', function () { parentPort.postMessage(this.address().port) })
`

test.each([
  ['fetch', (input: string, init: RequestInit) => fetch(input, init)],
  ['createNodeFetch', createNodeFetch()],
])('behavior: frozen past the time-out, an answer that has arrived counts: %s', async (_, send) => {
  const asked = new Int32Array(new SharedArrayBuffer(8))
  const worker = new Worker(provider, { eval: true, workerData: asked.buffer })
  try {
    const [port] = (await once(worker, 'message')) as [number]
    const timers: (() => void)[] = []
    const relay = createRelay({
      providers: [tako({ baseUrl: `http://127.0.0.1:${port}` })],
      secret: testSecret,
      origin: testOrigin,
      allowPrivateUpstreams: true,
      setTimer(callback) {
        timers.push(callback)
        return () => {}
      },
      logger: false,
      async fetch(input, init) {
        const sending = send(input, init)
        await until(() => Atomics.load(asked, 0) === 1)
        // Blocks the process until the response is there and every time-out is over.
        for (const timer of timers) setTimeout(timer, 1)
        Atomics.wait(asked, 1, 0)
        Atomics.wait(asked, 1, 1, 50)
        return sending
      },
    })
    const page = createBrowser({
      send: (request) =>
        request.url.endsWith('/login')
          ? relay.startSession(request, {
              provider: 'tako',
              tokens: { accessToken: 'first', refreshToken: 'first-refresh' },
            })
          : relay.fetch(request),
    })
    await page.post('/login')
    const { handle } = await readToken(await page.post('/auth/tako/token'))
    const answer = await page.post('/auth/tako/token', { account: '', known: handle })
    expect((await readToken(answer)).accessToken).toBe('next')
    expect(asked[0]).toBe(1)
  } finally {
    await worker.terminate()
  }
})
