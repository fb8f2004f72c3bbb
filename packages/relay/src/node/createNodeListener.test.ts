import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import { readBody } from '../http/readBody.ts'
import { tokenBody } from '../http/requestBodies.ts'
import { createTime } from '../testing/createTime.ts'
import { createWorld } from '../testing/createWorld.ts'
import { rawCases, writeRequest } from '../testing/rawCases.ts'
import { speak } from '../testing/speak.ts'
import { defaultTiming } from '../types/RelayTiming.ts'
import { directAnswers } from '../http/directAnswers.ts'
import { createNodeListener } from './createNodeListener.ts'
import { serveRelay } from './serveRelay.ts'

const world = createWorld()
const page = world.browser()
await world.start(page, 'tako')
const { relay } = world
const options = { port: 0, limits: { drainMs: 0, lingerMs: 20 } }
const direct = await serveRelay({ relay, ...options })
const portable = await serveRelay({
  relay: { ...relay, fetch: (request, context) => relay.fetch(request, context) },
  ...options,
})
afterAll(() => Promise.all([direct.close(), portable.close()]))

const cookie = page.cookie()
const {
  200: fine,
  401: signedOut,
  403: foreign,
  404: unknown,
  405: wrong,
} = rawCases({
  mine: cookie,
  victim: cookie,
})
const plus = (path: string, body: string, line = 'x: y') =>
  writeRequest({
    line: `POST /auth/tako/${path} HTTP/1.1`,
    cookie,
    lines: [`content-length: ${body.length}`, line, 'connection: close'],
    body,
  })
const cases = {
  ...fine,
  ...signedOut,
  ...foreign,
  ...unknown,
  ...wrong,
  'a probe': 'GET /auth/healthz HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n',
  'a probe without a body': 'HEAD /auth/healthz HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n',
  'an empty body': plus('token', ''),
  'a body that is no JSON': plus('token', '{'),
  'a body that is too large': plus('token', ' '.repeat(40_000)),
  'a body that is not compressed as it says': plus(
    'token',
    '{"account":""}',
    'content-encoding: gzip',
  ),
  // Last: it ends the session.
  'a sign-out': plus('sign-out', '{"account":""}'),
}

/** An answer without what differs each time; names in one order. */
function normalize(text: string): unknown {
  const [head = '', body] = text.replace(/^HTTP.1.1 100 .*\r\n\r\n/, '').split('\r\n\r\n')
  const lines = head
    .toLowerCase()
    .split('\r\n')
    .filter((line) => !/^(date|x-request-id|keep-alive|connection): /.test(line))
  return { lines: lines.sort(), body: body?.replace(/"expiresInMs":\d+/, '') }
}

describe('the answers that Node writes itself are those of `fetch`', () => {
  test.each(Object.entries(cases))('behavior: %s', async (_, bytes) => {
    const [one, other] = [await speak(portable.url, bytes), await speak(direct.url, bytes)]
    expect(normalize(other.text)).toEqual(normalize(one.text))
  })
})

describe('a request that has arrived whole', () => {
  const limits = { maxBodyBytes: 1_024, setTimer: createTime().setTimer, timing: defaultTiming }
  const read = (whole: Uint8Array) => {
    const request = new Request(head.url)
    return readBody(limits, { request: { ...head, toRequest: () => request, whole } }, tokenBody)
  }
  const head = { url: 'https://dapp.example/', method: 'POST', headers: new Headers() }
  const bytesOf = (text: string) => new TextEncoder().encode(text)

  test('default: its body is read at once', async () => {
    expect(await read(bytesOf('{"account":""}'))).toEqual({ account: '' })
  })

  test('behavior: a body that is too large, breaks off or is no UTF-8 is refused', async () => {
    await expect(read(bytesOf(' '.repeat(1_025)))).rejects.toMatchObject({
      code: 'request/too-large',
    })
    for (const bytes of [bytesOf('{'), bytesOf(''), new Uint8Array([0x7b, 0xff, 0x7d])])
      await expect(read(bytes)).rejects.toMatchObject({ code: 'request/invalid' })
  })

  test('behavior: goes straight to the answer, and what is written in another way does not', async () => {
    const spent: string[] = []
    const { fetch } = relay
    const answer = directAnswers.get(fetch)
    if (!answer) throw new Error('The relay does not answer directly.')
    directAnswers.set(fetch, (request, context) => {
      spent.push(new URL(request.url).pathname)
      return answer(request, context)
    })
    const watched = createNodeListener({ fetch })
    directAnswers.set(fetch, answer)
    const server = createServer(watched).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const body = '{"account":""}'
    const ask = (path: string, host = 'dapp.example') =>
      speak(
        url,
        `POST ${path} HTTP/1.1\r\nhost: ${host}\r\ncontent-length: 14\r\nconnection: close\r\n\r\n${body}`,
      )
    for (const path of [
      '/auth/tako/token',
      '/auth/./tako/token',
      '/auth/tako/token?x',
      '/auth/tako/%74oken',
    ])
      expect((await ask(path)).text).toMatch(/^HTTP.1.1 4/)
    for (const host of ['a@b', '[::1]', 'DAPP.example', 'dapp.example:80', 'a b'])
      await ask('/auth/x', host)
    expect(spent).toEqual(['/auth/tako/token'])
    server.close()
    await once(server, 'close')
  })
})
