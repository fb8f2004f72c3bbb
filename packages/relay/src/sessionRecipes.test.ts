import { once } from 'node:events'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { serveEmulator } from '@takokit/emulator/node'
import express from 'express'
import { createStaticHandler, type StaticHandlerContext } from 'react-router'
import { describe, expect, test, vi } from 'vitest'
import { mountRoutes } from '../recipes/session/express.ts'
import { createApp } from '../recipes/session/hono.ts'
import { getBids, getMe, guard, readSession } from '../recipes/session/next.ts'
import { createLoaders } from '../recipes/session/reactRouter.ts'
import { createBrowser, type TestBrowser, testOrigin } from './testing/createBrowser.ts'
import { account, createWorld, testSecret } from './testing/createWorld.ts'
import { sendOverHttp } from './testing/sendOverHttp.ts'
import { signMessage } from './testing/signMessage.ts'
import { startWorkerd, workerdPath } from './testing/startWorkerd.ts'

const { address } = account()
type World = ReturnType<typeof createWorld>
type Send = (request: Request) => Promise<Response>

/** The API of the provider: it answers with what it was sent. */
const callApi: typeof fetch = async (_, init) =>
  Response.json({ authorization: new Headers(init?.headers).get('authorization') })

/** While the store is gone, it is not known who is signed in. */
async function withoutStore<result>({ relayOptions }: World, task: () => Promise<result>) {
  if (!relayOptions.store) throw new Error('The world has a store.')
  const gone = new Error('connect ECONNREFUSED 127.0.0.1:6379')
  const reading = vi.spyOn(relayOptions.store, 'read').mockRejectedValue(gone)
  try {
    return await task()
  } finally {
    reading.mockRestore()
  }
}

/** What every recipe must do. `own` are the server's routes `/me` and `/bids`; the relay is beside them. */
async function expectRoutes(world: World, own: Send) {
  const send: Send = (request) =>
    new URL(request.url).pathname.startsWith('/auth/') ? world.relay.fetch(request) : own(request)
  const page = createBrowser({ send })
  const read = async (path: string, from: TestBrowser = page) => {
    const response = await from.fetch(path)
    return [response.status, await response.json()]
  }
  expect(await read('/me')).toEqual([401, { error: 'Sign in first.' }])
  expect((await read('/bids'))[0]).toBe(401)
  const { accessToken, expiresInMs } = await world.start(page, 'tako', { account: address })
  expect(await read('/me')).toEqual([200, { address }])
  expect(await read('/bids')).toEqual([200, { authorization: `Bearer ${accessToken}` }])
  await withoutStore(world, async () => {
    for (const path of ['/me', '/bids']) expect((await read(path))[0]).toBe(503)
  })
  world.time.advance(expiresInMs)
  world.controls.tako.resetCounters()
  const before = page.cookie()
  expect(await read('/me')).toEqual([200, { address }])
  expect(page.cookie()).toBe(before)
  const [, renewed] = await read('/bids')
  expect(renewed).not.toEqual({ authorization: `Bearer ${accessToken}` })
  // The browser has the cookie of the renewed session, and needs no other renewal.
  expect(page.cookie()).not.toBe(before)
  expect(await read('/bids')).toEqual([200, renewed])
  expect(world.controls.tako.counters()).toMatchObject({ requests: 1, reuses: 0 })
  const copy = createBrowser({ send, jar: new Map(page.jar) })
  await page.post('/auth/tako/sign-out')
  for (const from of [page, copy]) {
    expect((await read('/me', from))[0]).toBe(401)
    expect((await read('/bids', from))[0]).toBe(401)
  }
}

test('Hono', async () => {
  const world = createWorld()
  const app = createApp(world.relay, callApi)
  await expectRoutes(world, async (request) => app.fetch(request))
})

const require = createRequire(import.meta.url)
test.each([
  ['Express 5', express],
  ['Express 4', require('express4') as typeof express],
])('%s', async (_, make) => {
  const world = createWorld()
  const app = make()
  mountRoutes(app, world.relay, callApi)
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const { port } = server.address() as AddressInfo
    await expectRoutes(world, sendOverHttp(`http://127.0.0.1:${port}`))
  } finally {
    server.close()
    server.closeAllConnections()
  }
})

describe('Next.js', () => {
  test('a route handler', async () => {
    const world = createWorld()
    const routes = { '/me': getMe(world.relay), '/bids': getBids(world.relay, callApi) }
    await expectRoutes(world, (request) =>
      routes[new URL(request.url).pathname as keyof typeof routes](request),
    )
  })

  test('a server component, and proxy.ts', async () => {
    const world = createWorld()
    const page = world.browser()
    const headers = async () => new Headers({ cookie: page.cookie(), host: 'dapp.example' })
    const asked = () => new Request(`${testOrigin}/members`, { headers: { cookie: page.cookie() } })
    expect(await readSession(world.relay, headers)).toBeUndefined()
    const sentAway = await guard(world.relay)(asked())
    expect([sentAway?.status, sentAway?.headers.get('location')]).toEqual([307, `${testOrigin}/`])
    const { expiresInMs } = await world.start(page, 'tako', { account: address })
    async function expectSignedIn() {
      expect(await readSession(world.relay, headers)).toMatchObject({ provider: 'tako', address })
      expect(await guard(world.relay)(asked())).toBeUndefined()
    }
    await expectSignedIn()
    await withoutStore(world, async () => {
      await expect(readSession(world.relay, headers)).rejects.toMatchObject({ status: 503 })
      expect((await guard(world.relay)(asked()))?.status).toBe(503)
    })
    world.time.advance(expiresInMs)
    await expectSignedIn()
    const copy = new Map(page.jar)
    await page.post('/auth/tako/sign-out')
    for (const [name, value] of copy) page.jar.set(name, value)
    expect(await readSession(world.relay, headers)).toBeUndefined()
    expect((await guard(world.relay)(asked()))?.status).toBe(307)
  })

  test('the relay of another copy of its module: route handlers and proxy.ts are bundled apart', async () => {
    vi.resetModules()
    const world = (await import('./testing/createWorld.ts')).createWorld()
    const page = world.browser()
    const asked = () => new Request(`${testOrigin}/bids`, { headers: { cookie: page.cookie() } })
    expect((await getBids(world.relay, callApi)(asked())).status).toBe(401)
    await world.start(page, 'tako', { account: address })
    await withoutStore(world, async () => {
      expect((await getMe(world.relay)(asked())).status).toBe(503)
    })
  })
})

test('React Router: loaders', async () => {
  const world = createWorld()
  const loaders = createLoaders(world.relay, callApi)
  const handler = createStaticHandler([
    { id: 'root', path: '/', loader: loaders.root },
    { id: 'me', path: '/members', loader: loaders.members },
    { id: 'bids', path: '/bids', loader: loaders.bids },
  ])
  const load = async (request: Request): Promise<StaticHandlerContext | Response> =>
    handler.query(request)
  await expectRoutes(world, async (request) => {
    const path = new URL(request.url).pathname
    const loaded = await load(new Request(request.url.replace('/me', '/members'), request))
    if (loaded instanceof Response) {
      expect([loaded.status, loaded.headers.get('location'), path]).toEqual([302, '/', '/me'])
      return Response.json({ error: 'Sign in first.' }, { status: 401 })
    }
    const [found] = Object.values(loaded.loaderData ?? {}) as unknown[]
    const headers = Object.values(loaded.loaderHeaders)[0]
    return Response.json(found ?? null, { status: loaded.statusCode, ...(headers && { headers }) })
  })
  const page = world.browser()
  const root = async () => {
    const request = new Request(`${testOrigin}/`, { headers: { cookie: page.cookie() } })
    const loaded = await load(request)
    return loaded instanceof Response ? [] : [loaded.statusCode, loaded.loaderData.root]
  }
  expect(await root()).toEqual([200, { initialSession: undefined }])
  await world.start(page, 'tako', { account: address })
  expect(await root()).toMatchObject([200, { initialSession: { provider: 'tako', address } }])
  expect(await withoutStore(world, root)).toEqual([503, undefined])
})

test.skipIf(!workerdPath)(
  'Workers: workerd (skipped where it has no binary for this machine)',
  async () => {
    const upstream = await serveEmulator({ tako: { rateLimit: false } })
    const server = await startWorkerd('session/worker', {
      RELAY_SECRET: testSecret,
      ORIGIN: testOrigin,
      TAKO_URL: upstream.url,
      ALLOW_PRIVATE_UPSTREAMS: '127.0.0.1',
    })
    try {
      const page = createBrowser({ send: sendOverHttp(server.url) })
      const read = async (path: string) => {
        const response = await page.fetch(path)
        return [response.status, (await response.json()) as object]
      }
      for (const path of ['/me', '/bids']) expect((await read(path))[0]).toBe(401)
      const signedIn = await page.post('/auth/tako/sign-in', await signMessage())
      const { accessToken } = (await signedIn.json()) as { accessToken: string }
      expect(await read('/me')).toEqual([200, { address }])
      expect(await read('/bids')).toEqual([200, { authorization: `Bearer ${accessToken}` }])
      await page.post('/auth/tako/sign-out')
      for (const path of ['/me', '/bids']) expect((await read(path))[0]).toBe(401)
    } finally {
      await server.close()
      await upstream.close()
    }
  },
)
