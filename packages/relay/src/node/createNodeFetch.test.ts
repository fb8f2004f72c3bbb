import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readBounded } from '../upstream/readBounded.ts'
import { createNodeFetch } from './createNodeFetch.ts'

type Answer = (outgoing: ServerResponse, incoming: IncomingMessage) => unknown

let answer: Answer = () => {}
let asked: object[] = []
const sockets = new Set<Socket>()
const server = createServer(async (incoming, outgoing) => {
  let body = ''
  for await (const chunk of incoming) body += String(chunk)
  const { method, url, headers } = incoming
  const { 'content-type': type, accept, authorization, 'user-agent': agent, host } = headers
  asked.push({ method, url, type, accept, authorization, agent, host, body })
  sockets.add(incoming.socket)
  answer(outgoing, incoming)
})
let url = ''
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2/refresh?a=b%20c`
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

const init = (signal: AbortSignal = new AbortController().signal): RequestInit => ({
  method: 'POST',
  headers: { accept: 'application/json', 'content-type': 'application/json', authorization: 'a' },
  body: '{"refresh_token":"ü"}',
  redirect: 'manual',
  signal,
})

/** What the relay reads of an answer, or that there was none. */
async function ask(by: (input: string, init: RequestInit) => Promise<Response>, given = init()) {
  try {
    const response = await by(url, given)
    const { answer: read, bytes } = await readBounded(response)
    const { status, headers } = read
    return {
      status,
      type: headers.get('content-type'),
      wait: headers.get('retry-after'),
      text: await read.text(),
      bytes: bytes.byteLength,
    }
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'provider/unreadable'
      ? 'too large'
      : 'failed'
  }
}

const json = { 'content-type': 'application/json' }
const token = '{"token":"ä"}'
const answers: [name: string, answer: Answer][] = [
  ['tokens', (outgoing) => outgoing.writeHead(200, json).end(token)],
  ['tokens in pieces', (outgoing) => outgoing.writeHead(201, json).write(token) && outgoing.end()],
  ['no body', (outgoing) => outgoing.writeHead(204).end()],
  ['a redirect', (outgoing) => outgoing.writeHead(302, { location: '/elsewhere' }).end()],
  ['a refusal', (outgoing) => outgoing.writeHead(401, json).end('{}')],
  ['a wait', (outgoing) => outgoing.writeHead(429, { 'retry-after': '7' }).end()],
  ['a failure', (outgoing) => outgoing.writeHead(503, { 'content-type': 'text/html' }).end('<p>')],
  ...(['gzip', 'deflate', 'br'] as const).map((encoding): [string, Answer] => [
    encoding,
    (outgoing) => {
      const encode = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync }[encoding]
      outgoing.writeHead(200, { ...json, 'content-encoding': encoding }).end(encode(token))
    },
  ]),
  ['as much as is read', (outgoing) => outgoing.writeHead(200, json).end('x'.repeat(65_536))],
  ['more than is read', (outgoing) => outgoing.writeHead(200, json).end('x'.repeat(65_537))],
  ['far more than is read', (outgoing) => outgoing.writeHead(200, json).end('x'.repeat(1e6))],
  [
    'a body that breaks off',
    (outgoing, { socket }) => {
      outgoing.writeHead(200, { ...json, 'content-length': 100 }).write(token)
      setImmediate(() => socket.destroy())
    },
  ],
  ['no answer', (_, { socket }) => socket.destroy()],
]

describe('createNodeFetch', () => {
  test.each(answers)('behavior: %s arrives as by the platform’s fetch', async (_, given) => {
    answer = given
    asked = []
    const own = await ask(createNodeFetch())
    expect(own).toEqual(await ask(fetch))
    // The same request, each sent once.
    expect(asked).toHaveLength(2)
    expect(asked[0]).toEqual(asked[1])
  })

  test('behavior: more than any answer is neither kept nor decompressed', async () => {
    answer = (outgoing) =>
      outgoing
        .writeHead(200, { ...json, 'content-encoding': 'gzip' })
        .end(gzipSync(Buffer.alloc(10_000_000)))
    expect(await ask(createNodeFetch())).toBe('failed')
    answer = (outgoing) => {
      const more = () => {
        while (outgoing.write('x'.repeat(16_384)));
        outgoing.once('drain', more)
      }
      more()
    }
    expect(await ask(createNodeFetch())).toBe('too large')
  })

  test('behavior: it is aborted before it is sent, while it waits and while it reads', async () => {
    const byNode = createNodeFetch()
    const reason = new Error('too late')
    asked = []
    await expect(byNode(url, init(AbortSignal.abort(reason)))).rejects.toBe(reason)
    expect(asked).toEqual([])
    const waiting = new AbortController()
    answer = () => waiting.abort(reason)
    await expect(byNode(url, init(waiting.signal))).rejects.toBe(reason)
    const reading = new AbortController()
    const closed = new Promise<void>((resolve) => {
      answer = (outgoing) => {
        outgoing.once('close', () => resolve())
        outgoing.writeHead(200, json).write(token, () => reading.abort(reason))
      }
    })
    await expect(byNode(url, init(reading.signal))).rejects.toThrow()
    await closed
  })

  test('behavior: a connection serves one request after the other', async () => {
    answer = (outgoing) => outgoing.writeHead(200, json).end(token)
    const byNode = createNodeFetch()
    sockets.clear()
    for (let count = 0; count < 3; count++) expect(await ask(byNode)).toMatchObject({ status: 200 })
    expect(sockets.size).toBe(1)
  })

  test('behavior: a provider that is not there is an error, and other bodies are left to the platform', async () => {
    const byNode = createNodeFetch()
    await expect(byNode('http://127.0.0.1:1/', init())).rejects.toThrow()
    await expect(byNode('https://127.0.0.1:1/', init())).rejects.toThrow()
    answer = (outgoing) => outgoing.writeHead(200, json).end(token)
    asked = []
    await byNode(url, { ...init(), body: new URLSearchParams({ a: 'b' }) })
    await byNode(url, { method: 'DELETE' })
    expect(asked).toMatchObject([{ body: 'a=b' }, { method: 'DELETE', body: '' }])
  })
})
