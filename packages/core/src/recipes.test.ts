import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer, json } from 'node:stream/consumers'
import { gql } from 'graphql-request'
import { signOut } from '@takokit/core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { createAxios } from '../recipes/axios.ts'
import { followEvents } from '../recipes/eventStream.ts'
import { createGraphql, withGraphqlRefusals } from '../recipes/graphql.ts'
import { createKy } from '../recipes/ky.ts'
import { upload } from '../recipes/upload.ts'
import { followSocket } from '../recipes/webSocket.ts'
import { startRecipeServer } from './testing/startRecipeServer.ts'

const wait = async () => {}

async function start(...parameters: Parameters<typeof startRecipeServer>) {
  const started = await startRecipeServer(...parameters)
  onTestFinished(() => started[Symbol.asyncDispose]())
  return started
}

/** What arrives, in order, to be awaited one by one. */
function createQueue<item>() {
  const items: item[] = []
  let wake = () => {}
  return {
    items,
    put(item: item) {
      items.push(item)
      wake()
    },
    async at(index: number): Promise<item> {
      while (items.length <= index)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      return items[index] as item
    },
  }
}

describe('a WebSocket', () => {
  beforeAll(() => vi.stubGlobal('WebSocket', WebSocket))
  afterAll(() => vi.unstubAllGlobals())

  /** `isReady`: whether a token is accepted. */
  async function startSockets(isReady: (token: string) => boolean | Promise<boolean>) {
    const started = await start()
    const tokens: string[] = []
    started.sockets.on('connection', (socket) =>
      socket.once('message', async (text) => {
        const { type, token } = JSON.parse(String(text)) as { type: string; token: string }
        expect(type).toBe('authorize')
        tokens.push(token)
        if (!(await isReady(token))) return socket.close(4401)
        socket.send(JSON.stringify({ type: 'ready' }))
        return socket.send(`hello ${tokens.length}`)
      }),
    )
    const messages = createQueue<string>()
    const follow = (signal?: AbortSignal) =>
      followSocket(started.auth, {
        url: started.url.replace('http', 'ws'),
        onMessage: messages.put,
        signal,
        wait,
      })
    return { ...started, tokens, messages, follow }
  }

  test('reconnects with a fresh token, and no URL has one', async () => {
    const started = await startSockets((token) => started.accepts(`Bearer ${token}`))
    const { controls, expire, sockets, tokens, messages, urls } = started
    const first = started.token()
    const following = started.follow()
    expect(await messages.at(0)).toBe('hello 1')
    expire()
    for (const socket of sockets.clients) socket.close(1012)
    expect(await messages.at(1)).toBe('hello 3')
    expect(tokens).toEqual([first, first, started.token()])
    expect(started.token()).not.toBe(first)
    expect(controls.counters().rotations).toBe(1)
    expect(urls).toEqual(['/', '/', '/'])
    // The server ends a connection whose token has expired.
    expire()
    for (const socket of sockets.clients) socket.close(4401)
    expect(await messages.at(2)).toBe('hello 4')
    expect(tokens[3]).toBe(started.token())
    expect(controls.counters().rotations).toBe(2)
    await signOut(started.auth)
    await following
    expect(tokens).toHaveLength(4)
  })

  test('a server that refuses a fresh token too is asked no more', async () => {
    const { follow, tokens, controls, expire } = await startSockets(() => false)
    expire()
    await expect(follow()).rejects.toThrow('refuses')
    expect(new Set(tokens).size).toBe(2)
    expect(tokens).toHaveLength(2)
    expect(controls.counters().rotations).toBe(1)
  })

  test('a signal stops it', async () => {
    const { follow, messages, tokens } = await startSockets(() => true)
    const stopping = new AbortController()
    const following = follow(stopping.signal)
    await messages.at(0)
    stopping.abort()
    await following
    expect(tokens).toHaveLength(1)
  })
})

describe('an event stream', () => {
  test('reconnects with a fresh token and the last id, and no URL has a token', async () => {
    const open = createQueue<ServerResponse>()
    const ids: unknown[] = []
    const started = await start(async ({ headers }, response) => {
      if (!(await started.accepts(headers.authorization))) return void response.writeHead(401).end()
      ids.push(headers['last-event-id'])
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(': hello\n\n')
      open.put(response)
    })
    const { auth, controls, expire, url, urls } = started
    const events = createQueue<{ type: string; data: string; lastEventId: string }>()
    const following = followEvents(auth, { url: `${url}/events`, onEvent: events.put, wait })
    const first = await open.at(0)
    first.write('id: 7\r\nevent: bid\r\ndata: one\r\ndata:  two\r\n\r\ndata')
    expect(await events.at(0)).toEqual({ type: 'bid', data: 'one\n two', lastEventId: '7' })
    expire()
    first.destroy()
    const second = await open.at(1)
    second.write('data: é\r\rid\n\n')
    second.write('data: end\n\n')
    expect(await events.at(1)).toEqual({ type: 'message', data: 'é', lastEventId: '7' })
    expect(await events.at(2)).toEqual({ type: 'message', data: 'end', lastEventId: '' })
    expect(ids).toEqual([undefined, '7'])
    expect(controls.counters().rotations).toBe(1)
    expect(urls).toEqual(['/events', '/events', '/events'])
    await signOut(auth)
    second.write('data: too late\n\n')
    await following
    expect(events.items).toHaveLength(3)
  })

  test('a refusal is final, a failure is not', async () => {
    const statuses = [503, 429, 403]
    const { auth, url, urls } = await start((_, response) => {
      response.writeHead(statuses.shift() ?? 500).end()
    })
    const failures: number[] = []
    const following = followEvents(auth, {
      url,
      onEvent() {},
      wait: async (count) => void failures.push(count),
    })
    await expect(following).rejects.toThrow('refuses')
    expect(urls).toHaveLength(3)
    expect(failures).toEqual([1, 2])
  })
})

/** Answers with the body, if the token is accepted. */
async function startEcho() {
  const bodies: Buffer[] = []
  const started = await start(async (request, response) => {
    const body = await buffer(request)
    bodies.push(body)
    if (!(await started.accepts(request.headers.authorization))) response.writeHead(401).end()
    else
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ method: request.method, size: body.length }))
  })
  return { ...started, bodies }
}

describe('axios and ky', () => {
  test('axios: a refused request is repeated with its body', async () => {
    const { auth, url, controls, expire, bodies, urls } = await startEcho()
    const api = createAxios(auth, url)
    expect((await api.get('/bids', { params: { page: 2 } })).data).toEqual({
      method: 'GET',
      size: 0,
    })
    expire()
    const { data } = await api.post('/bids', { index: 70 })
    expect(data).toEqual({ method: 'POST', size: 12 })
    expect(bodies.map(String)).toEqual(['', '{"index":70}', '{"index":70}'])
    expect(urls).toEqual(['/bids?page=2', '/bids', '/bids'])
    expect(controls.counters().rotations).toBe(1)
    await expect(api.get('https://elsewhere.example/')).rejects.toThrow('not sent to')
  })

  test('axios: a file with progress is repeated too', async () => {
    const { auth, url, expire, bodies } = await startEcho()
    const sent: number[] = []
    expire()
    const file = new Blob([new Uint8Array(300_000).fill(7)])
    const { data } = await createAxios(auth, url).put('/file', file, {
      onUploadProgress: ({ loaded }) => sent.push(loaded),
    })
    expect(data).toEqual({ method: 'PUT', size: file.size })
    expect(bodies.map(({ length }) => length)).toEqual([file.size, file.size])
    expect(sent.at(-1)).toBe(file.size)
  })

  test('ky', async () => {
    const { auth, url, expire, bodies } = await startEcho()
    const api = createKy(auth)
    expire()
    expect(await api.post(`${url}/bids`, { json: { index: 70 } }).json()).toEqual({
      method: 'POST',
      size: 12,
    })
    expect(bodies.map(String)).toEqual(['{"index":70}', '{"index":70}'])
    await expect(api.get('https://elsewhere.example/')).rejects.toThrow('not sent to')
  })
})

describe('GraphQL', () => {
  const refusal = (path?: string[]) => ({
    message: 'Who are you?',
    ...(path && { path }),
    extensions: { code: 'UNAUTHENTICATED' },
  })
  const send = (response: ServerResponse, answer: unknown) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))

  /** `refuse` is the answer, with status 200, to a token that is not accepted. */
  async function startGraphql(refuse: unknown) {
    const queries: unknown[] = []
    const started = await start(async (request: IncomingMessage, response) => {
      queries.push(await json(request))
      const isGood = await started.accepts(request.headers.authorization)
      send(response, isGood ? { data: { viewer: 'ada' } } : refuse)
    }, withGraphqlRefusals)
    started.expire()
    return { ...started, queries, client: createGraphql(started.auth, `${started.url}/graphql`) }
  }
  const query = gql`
    mutation {
      viewer
    }
  `

  test.each([
    ['without data', { errors: [refusal()] }],
    ['data: null', { data: null, errors: [refusal()] }],
    ['every field', { data: { viewer: null }, errors: [refusal(['viewer'])] }],
  ])('a refusal with status 200 is refreshed and repeated: %s', async (_, refuse) => {
    const { client, queries, controls } = await startGraphql(refuse)
    expect(await client.request(query)).toEqual({ viewer: 'ada' })
    expect(queries).toHaveLength(2)
    expect(queries[1]).toEqual(queries[0])
    expect(controls.counters().rotations).toBe(1)
  })

  test.each([
    ['another error', { errors: [{ message: 'No.', extensions: { code: 'FORBIDDEN' } }] }],
    ['a field that ran', { data: { viewer: null, other: 1 }, errors: [refusal(['viewer'])] }],
    ['a field below', { data: { viewer: null }, errors: [refusal(['viewer', 'mail'])] }],
  ])('what is none, or ran in part, is not repeated: %s', async (_, refuse) => {
    const { client, queries, controls } = await startGraphql(refuse)
    await expect(client.request(query)).rejects.toThrow()
    expect(queries).toHaveLength(1)
    expect(controls.counters().rotations).toBe(0)
  })
})

describe('a large upload', () => {
  test('goes in slices; a 401 repeats one of them, whole', async () => {
    const bytes = Uint8Array.from({ length: 1_000_000 }, (_, index) => index % 251)
    const received = new Uint8Array(bytes.length)
    const ranges: string[] = []
    const started = await start(async (request, response) => {
      const body = await buffer(request)
      const range = request.headers['content-range'] ?? ''
      ranges.push(range)
      const isGood = await started.accepts(request.headers.authorization)
      if (isGood) received.set(body, Number(/\d+/.exec(range)?.[0]))
      response.writeHead(isGood ? 204 : 401).end()
    })
    const { auth, url, controls, expire } = started
    const progress: number[] = []
    await upload(auth, {
      url,
      file: new Blob([bytes]),
      sliceBytes: 400_000,
      onProgress(sentBytes) {
        progress.push(sentBytes)
        if (progress.length === 1) expire()
      },
    })
    expect(Buffer.compare(received, bytes)).toBe(0)
    expect(progress).toEqual([400_000, 800_000, 1_000_000])
    const [a, b, c] = ['0-399999', '400000-799999', '800000-999999']
    expect(ranges).toEqual([a, b, b, c].map((range) => `bytes ${range}/1000000`))
    expect(controls.counters().rotations).toBe(1)
  })

  test('a failure ends it', async () => {
    const { auth, url, urls } = await start((_, response) => void response.writeHead(413).end())
    const file = new Blob(['hello'])
    await expect(upload(auth, { url, file, onProgress() {} })).rejects.toThrow('413')
    expect(urls).toHaveLength(1)
  })
})
