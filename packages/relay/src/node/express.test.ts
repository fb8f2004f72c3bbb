import { once } from 'node:events'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import express from 'express'
import { describe, expect, test } from 'vitest'
import { mountLogin, mountRelay } from '../../recipes/express.ts'
import { createBrowser, testOrigin } from '../testing/createBrowser.ts'
import { createWorld, readToken } from '../testing/createWorld.ts'
import { expectForeignFormsRefused } from '../testing/expectForeignFormsRefused.ts'
import { sendOverHttp } from '../testing/sendOverHttp.ts'

const require = createRequire(import.meta.url)
const express4 = require('express4') as typeof express

async function serve(app: express.Express) {
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.dispose]() {
      server.close()
      server.closeAllConnections()
    },
  }
}

describe.each([
  ['Express 5', express],
  ['Express 4', express4],
])('%s', (_, make) => {
  test.each([
    ['no body parser', []],
    ['express.json() before it', [make.json()]],
    [
      'each of its body parsers before it',
      [make.json(), make.urlencoded({ extended: true }), make.text({ type: '*/*' })],
    ],
    ['express.raw() before it', [make.raw({ type: '*/*' })]],
  ])('default: mounted with `use`, %s', async (__, parsers) => {
    const world = createWorld()
    const app = make()
    for (const parser of parsers) app.use(parser)
    mountRelay(app, world.relay)
    const relay = world.relay
    mountLogin(app, relay, async () => {
      const { accessToken, refreshToken } = await world.controls.issue('talkstack')
      return { token: accessToken, refreshToken }
    })
    using server = await serve(app)
    const { url } = server
    const page = createBrowser({ send: sendOverHttp(url) })
    await world.start(page, 'tako')
    const { handle } = await readToken(await page.post('/auth/tako/token'))
    const renewed = await page.post('/auth/tako/token', { account: '', known: handle })
    expect((await readToken(renewed)).handle).not.toBe(handle)
    // What a parser has read, it has decompressed, and the header says otherwise.
    const compressed = await fetch(`${url}/auth/tako/token`, {
      method: 'POST',
      headers: {
        cookie: page.cookie(),
        origin: testOrigin,
        'x-takokit': '1',
        'content-type': 'application/json',
        'content-encoding': 'gzip',
      },
      body: gzipSync('{"account":""}'),
    })
    await readToken(compressed)
    expect((await page.post('/auth/tako/sign-out')).status).toBe(200)
    expect((await fetch(`${url}/auth/healthz`)).status).toBe(200)
    await expectForeignFormsRefused(`${url}/login`, 'POST')
    expect((await page.post('/login')).status).toBe(204)
    await readToken(await page.post('/auth/talkstack/token'))
  })
})
