import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { expressjwt } from 'express-jwt'
import { Hono } from 'hono'
import { jwk } from 'hono/jwk'
import { createRemoteJWKSet, importJWK, jwtVerify, SignJWT } from 'jose'
import jwksRsa from 'jwks-rsa'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRelay } from './createRelay.ts'
import { createTokenVerifier } from './createTokenVerifier.ts'
import { createNodeListener } from './node/createNodeListener.ts'
import { siweIssuer } from './providers/siweIssuer/siweIssuer.ts'
import type { SigningKeySource } from './providers/siweIssuer/SiweIssuerOptions.ts'
import { memoryStore } from './stores/memoryStore.ts'
import { createBrowser } from './testing/createBrowser.ts'
import { account, readToken, testSecret } from './testing/createWorld.ts'
import { sendOverHttp } from './testing/sendOverHttp.ts'
import { getChallenge, signChallenge } from './testing/siweWorld.ts'
import { testKeys } from './testing/testKeys.ts'

const me = account(0).address
let server: Server
let origin: string
let keys: SigningKeySource = testKeys.ed25519
let fetched = 0
const store = memoryStore()

/** The relay as it is configured now: a rotation of keys restarts it. */
const relay = () =>
  createRelay({
    providers: [
      siweIssuer({
        domain: new URL(origin).host,
        audience: 'api.example',
        signingKeys: keys,
        claims: { role: 'member' },
      }),
    ],
    secret: testSecret,
    origin,
    store,
    rateLimits: false,
    logger: false,
  })

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url?.endsWith('jwks.json')) fetched += 1
    createNodeListener(relay())(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

async function signIn(signingKeys: SigningKeySource): Promise<string> {
  keys = signingKeys
  const page = createBrowser({ send: sendOverHttp(origin), origin })
  const body = await signChallenge(await getChallenge(page))
  return (await readToken(await page.post('/auth/siwe/sign-in', body))).accessToken
}

const bearer = (token: string) =>
  new Request('https://api.example/', { headers: { authorization: `Bearer ${token}` } })
const createVerifier = (options: Partial<Parameters<typeof createTokenVerifier>[0]> = {}) =>
  createTokenVerifier({ issuer: `${origin}/auth`, audience: 'api.example', ...options })

describe.each([
  ['EdDSA', testKeys.ed25519],
  ['ES256', testKeys.p256],
] as const)('%s', (algorithm, key) => {
  test('default: whose request it is', async () => {
    const token = await signIn(key)
    const verifier = createVerifier()
    const verified = await verifier.verify(bearer(token))
    expect(verified).toMatchObject({
      address: me,
      sid: expect.stringMatching(/^[\w-]{22}$/),
      claims: { role: 'member', iss: `${origin}/auth` },
    })
    expect(verified.expiresAt).toBe((verified.claims.exp ?? 0) * 1000)
    // As Node and Express have it.
    const headers = { authorization: `bearer ${token}` }
    expect(await verifier.verify({ headers })).toMatchObject({ address: me })
  })

  test('behavior: jose alone', async () => {
    const token = await signIn(key)
    const { payload } = await jwtVerify(
      token,
      createRemoteJWKSet(new URL(`${origin}/auth/jwks.json`)),
      { issuer: `${origin}/auth`, audience: 'api.example', algorithms: [algorithm] },
    )
    expect(payload.sub).toBe(me)
  })

  test('behavior: Hono’s own middleware', async () => {
    const token = await signIn(key)
    const app = new Hono<{ Variables: { jwtPayload: object } }>()
    app.use(
      jwk({
        jwks_uri: `${origin}/auth/jwks.json`,
        alg: [algorithm],
        verification: { iss: `${origin}/auth`, aud: 'api.example' },
      }),
    )
    app.get('/', (c) => c.json(c.get('jwtPayload')))
    expect(await (await app.fetch(bearer(token))).json()).toMatchObject({ sub: me })
    const cut = `${token.slice(0, -8)}AAAAAAAA`
    expect((await app.fetch(bearer(cut))).status).toBe(401)
  })
})

test('behavior: Express’ own middleware (express-jwt and jwks-rsa, which know ES256)', async () => {
  const token = await signIn(testKeys.p256)
  const app = express()
  app.use(
    expressjwt({
      secret: jwksRsa.expressJwtSecret({ jwksUri: `${origin}/auth/jwks.json` }) as never,
      issuer: `${origin}/auth`,
      audience: 'api.example',
      algorithms: ['ES256'],
    }),
  )
  app.get('/', (request, response) => {
    response.json((request as unknown as { auth: unknown }).auth)
  })
  app.use(((error: { status: number }, _request, response, _next) => {
    response.status(error.status).end()
  }) as express.ErrorRequestHandler)
  const api = app.listen(0, '127.0.0.1')
  await once(api, 'listening')
  const ask = (authorization: string) =>
    fetch(`http://127.0.0.1:${(api.address() as AddressInfo).port}/`, {
      headers: { authorization },
    })
  try {
    expect(await (await ask(`Bearer ${token}`)).json()).toMatchObject({ sub: me, role: 'member' })
    expect((await ask(`Bearer ${token.slice(0, -8)}AAAAAAAA`)).status).toBe(401)
  } finally {
    api.close()
    api.closeAllConnections()
  }
})

test('behavior: keys are rotated: published first, then used, then taken away', async () => {
  const verifier = createVerifier()
  const old = await signIn([testKeys.ed25519, testKeys.p256])
  fetched = 0
  await verifier.verify(bearer(old))
  const next = await signIn([testKeys.p256, testKeys.ed25519])
  await Promise.all([old, next].map((token) => verifier.verify(bearer(token))))
  // The key was there already.
  expect(fetched).toBe(1)
  await signIn(testKeys.p256)
  const late = createVerifier()
  await late.verify(bearer(next))
  await expect(late.verify(bearer(old))).rejects.toMatchObject({ status: 401 })
})

test('behavior: 401, with what a client needs to know', async () => {
  const token = await signIn(testKeys.ed25519)
  const [head = '', body = '', signature = ''] = token.split('.')
  const none = Buffer.from('{"alg":"none"}').toString('base64url')
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>
  const sign = async (changed: object) => {
    const key = await importJWK(testKeys.ed25519, 'EdDSA')
    const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as { alg: string }
    return new SignJWT({ ...claims, ...changed }).setProtectedHeader(header).sign(key)
  }
  const verifier = createVerifier()
  const invalid: [string, Promise<string> | string][] = [
    ['no signature', `${none}.${body}.`],
    [
      'another signature',
      `${head}.${body}.${signature.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))}`,
    ],
    ['another body', `${head}.${body.slice(0, -2)}${body.slice(-1)}.${signature}`],
    ['another issuer', sign({ iss: 'https://evil.example/auth' })],
    ['another audience', sign({ aud: 'files.example' })],
    ['no session', sign({ sid: undefined })],
    ['no account', sign({ sub: 'somebody' })],
    ['no end', sign({ exp: undefined })],
    ['not valid yet', sign({ nbf: Date.now() / 1000 + 60 })],
  ]
  for (const [name, wrong] of invalid) {
    const refused = await verifier.verify(bearer(await wrong)).catch((error: unknown) => error)
    expect(refused, name).toMatchObject({ status: 401, code: 'request/unauthorized' })
    expect(JSON.stringify(refused) + String((refused as Error).cause), name).not.toContain(
      signature,
    )
  }
  for (const authorization of ['', 'Bearer', `Basic ${token}`, `Bearer ${token} x`, token]) {
    const request = { headers: { authorization } }
    await expect(verifier.verify(request)).rejects.toMatchObject({
      status: 401,
      options: { headers: { 'www-authenticate': 'Bearer' } },
    })
  }
  const later = createVerifier({ now: () => Date.now() + 606_000 })
  await expect(later.verify(bearer(token))).rejects.toMatchObject({
    message: 'The access token has expired.',
    options: { headers: { 'www-authenticate': expect.stringContaining('invalid_token') } },
  })
})

test('behavior: keys that cannot be fetched are no verdict about a token', async () => {
  const token = await signIn(testKeys.ed25519)
  const answers = [
    () => Promise.reject(new TypeError('fetch failed')),
    async () => new Response('down', { status: 502 }),
    async () => Response.json({ no: 'keys' }),
    async () => new Response('<html>'),
  ]
  for (const answer of answers)
    await expect(createVerifier({ fetch: answer }).verify(bearer(token))).rejects.toMatchObject({
      status: 503,
      code: 'provider/unavailable',
    })
})

test.each([
  ['issuer', { issuer: '' }],
  ['issuer', { issuer: 'http://dapp.example/auth' }],
  ['issuer', { issuer: 'https://dapp.example/auth/' }],
  ['audience', { audience: '' }],
  ['audience', { audience: [] }],
  ['audience', { audience: undefined as never }],
])('parameters: %s, case %#', (field, options) => {
  expect(() => createVerifier(options)).toThrow(`createTokenVerifier: \`${field}\``)
})
