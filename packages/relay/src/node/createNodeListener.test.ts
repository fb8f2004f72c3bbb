import { afterAll, describe, expect, test } from 'vitest'
import { readBody } from '../http/readBody.ts'
import { tokenBody } from '../http/requestBodies.ts'
import { createTime } from '../testing/createTime.ts'
import { createWorld } from '../testing/createWorld.ts'
import { rawCases, writeRequest } from '../testing/rawCases.ts'
import { speak } from '../testing/speak.ts'
import { defaultTiming } from '../types/RelayTiming.ts'
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
  'a compressed body': plus('token', '{"account":""}', 'content-encoding: gzip'),
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

describe('a body of known length', () => {
  const trace = { requestId: 'r', waitUntil: () => {}, isShortLived: false, isFramed: true }
  function read(bytes: Promise<Uint8Array<ArrayBuffer>>, time = createTime()) {
    const request = new Request('https://dapp.example/', {
      method: 'POST',
      headers: { 'content-length': '14' },
      body: '',
    })
    request.arrayBuffer = async () => (await bytes).buffer
    const limits = { maxBodyBytes: 1_024, setTimer: time.setTimer, timing: defaultTiming }
    return { time, body: readBody(limits, { request, trace }, tokenBody) }
  }
  const bytesOf = (text: string) => Promise.resolve(new TextEncoder().encode(text))

  test('default: is read at once', async () => {
    const { time, body } = read(bytesOf('{"account":""}'))
    expect(await body).toEqual({ account: '' })
    expect(time.pending()).toBe(0)
  })

  test('behavior: what comes late, is larger after all, breaks off or is no UTF-8 is refused', async () => {
    const late = read(new Promise(() => {}))
    late.time.advance(5_001)
    await expect(late.body).rejects.toMatchObject({ code: 'request/too-slow' })
    const large = read(bytesOf(' '.repeat(1_025)))
    await expect(large.body).rejects.toMatchObject({ code: 'request/too-large' })
    const broken = read(Promise.reject(new Error('aborted')))
    await expect(broken.body).rejects.toMatchObject({ code: 'request/invalid' })
    const binary = read(Promise.resolve(new Uint8Array([0x7b, 0xff, 0x7d])))
    await expect(binary.body).rejects.toMatchObject({ code: 'request/invalid' })
    for (const { time } of [late, large, broken, binary]) expect(time.pending()).toBe(0)
  })
})
