import { decodeJwt, decodeProtectedHeader } from 'jose'
import { createClient, custom } from 'viem'
import { base, mainnet } from 'viem/chains'
import { describe, expect, test } from 'vitest'
import { createRelay } from './createRelay.ts'
import { siweIssuer } from './providers/siweIssuer/siweIssuer.ts'
import { testOrigin } from './testing/createBrowser.ts'
import { account, readProblem, readToken, testSecret } from './testing/createWorld.ts'
import {
  createSiweWorld,
  getChallenge,
  type SignParameters,
  signChallenge,
} from './testing/siweWorld.ts'
import { testKeys } from './testing/testKeys.ts'

const me = account(0).address

test('default: a challenge, a signature, a token of the relay’s own, a session', async () => {
  const { browser, signIn, relay, time } = createSiweWorld()
  const page = browser()
  const { accessToken, expiresInMs, subject } = await readToken(await signIn(page))
  expect(decodeProtectedHeader(accessToken)).toMatchObject({ alg: 'EdDSA', typ: 'JWT' })
  const nowS = time.now() / 1000
  const claims = decodeJwt(accessToken)
  expect(claims).toEqual({
    iss: 'https://dapp.example/auth',
    aud: 'dapp.example',
    sub: me,
    sid: expect.stringMatching(/^[\w-]{22}$/),
    iat: nowS,
    exp: nowS + 600,
  })
  expect([expiresInMs, subject]).toEqual([600_000, me])
  const request = new Request(testOrigin, { headers: { cookie: page.cookie() } })
  expect(await relay.getSession(request)).toEqual({
    provider: 'siwe',
    account: me,
    address: me,
    expiresAt: time.now() + 600_000,
  })
  // Renewed inside, for the same account and session.
  time.advance(600_000)
  const renewed = await readToken(await page.post('/auth/siwe/token'))
  const after = decodeJwt(renewed.accessToken)
  expect(after).toEqual({ ...claims, iat: nowS + 600, exp: nowS + 1_200 })
  const signedOut = await page.post('/auth/siwe/sign-out')
  expect(await signedOut.json()).toEqual({ status: 'signedOut', revoked: true })
  expect((await page.post('/auth/siwe/token')).status).toBe(401)
})

test('behavior: one trailing slash of a challenge and of the keys is accepted', async () => {
  const page = createSiweWorld().browser()
  expect((await page.post('/auth/siwe/challenge/', {})).status).toBe(200)
  expect((await page.fetch('/auth/jwks.json/')).status).toBe(200)
})

test('default: a challenge, and the cookie that it is bound to', async () => {
  const { browser } = createSiweWorld({ statement: 'Sign in to Dapp.', chains: [1, 8453] })
  const page = browser()
  const response = await page.post('/auth/siwe/challenge', {})
  expect(await response.json()).toEqual({
    nonce: expect.stringMatching(/^[0-9a-f]{32}$/),
    domain: 'dapp.example',
    uri: testOrigin,
    statement: 'Sign in to Dapp.',
    chainIds: [1, 8453],
    expiresInMs: 300_000,
  })
  const [cookie = ''] = response.headers.getSetCookie()
  expect(cookie).toMatch(
    /^__Host-takokit-siwe\.challenge=[\w-]{22}; Max-Age=300; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
  )
  // A second tab's challenge leaves the first one's usable.
  const first = await getChallenge(page)
  await getChallenge(page)
  const body = await signChallenge(first, { issuedAt: new Date('2024-06-01T12:00:00Z') })
  expect((await page.post('/auth/siwe/sign-in', body)).status).toBe(200)
})

describe('challenges', () => {
  test('behavior: used once, whatever came of it', async () => {
    const { browser, time } = createSiweWorld()
    const page = browser()
    const issuedAt = new Date(time.now())
    for (const wrong of [false, true]) {
      const challenge = await getChallenge(page)
      const body = await signChallenge(challenge, { issuedAt })
      const other = await signChallenge(challenge, { issuedAt, index: 1 })
      const first = wrong ? { ...body, signature: other.signature } : body
      expect((await page.post('/auth/siwe/sign-in', first)).status).toBe(wrong ? 403 : 200)
      for (const again of [body, other, first]) {
        const response = await page.post('/auth/siwe/sign-in', again)
        expect([response.status, (await readProblem(response)).code]).toEqual([
          403,
          'provider/message-expired',
        ])
      }
    }
  })

  test('behavior: burnt for another browser too, and before anything else about the message', async () => {
    const { browser, time } = createSiweWorld()
    const [page, thief] = [browser(), browser()]
    const challenge = await getChallenge(page)
    await getChallenge(thief)
    const issuedAt = new Date(time.now())
    const body = await signChallenge(challenge, { issuedAt })
    expect((await thief.post('/auth/siwe/sign-in', body)).status).toBe(403)
    expect(thief.jar.has('__Host-takokit-siwe')).toBe(false)
    expect((await page.post('/auth/siwe/sign-in', body)).status).toBe(403)
    const next = await getChallenge(page)
    const foreign = await signChallenge(next, { issuedAt, domain: 'evil.example' })
    expect((await page.post('/auth/siwe/sign-in', foreign)).status).toBe(400)
    const right = await signChallenge(next, { issuedAt })
    expect((await page.post('/auth/siwe/sign-in', right)).status).toBe(403)
  })

  test.each([
    ['without its cookie', (jar: Map<string, string>) => jar.clear()],
    [
      'with its cookie changed',
      (jar: Map<string, string>) => jar.set('__Host-takokit-siwe.challenge', 'A'.repeat(22)),
    ],
  ])('behavior: %s', async (_, change) => {
    const { browser, time } = createSiweWorld()
    const page = browser()
    const challenge = await getChallenge(page)
    change(page.jar)
    const body = await signChallenge(challenge, { issuedAt: new Date(time.now()) })
    expect((await page.post('/auth/siwe/sign-in', body)).status).toBe(403)
  })

  test('behavior: five minutes, and not longer', async () => {
    const { browser, time } = createSiweWorld()
    for (const [afterMs, status] of [
      [299_999, 200],
      [300_000, 403],
    ] as const) {
      const page = browser()
      const challenge = await getChallenge(page)
      time.advance(afterMs)
      const body = await signChallenge(challenge, { issuedAt: new Date(time.now()) })
      expect((await page.post('/auth/siwe/sign-in', body)).status).toBe(status)
    }
  })

  test('behavior: one that was made up is none', async () => {
    const { browser, time } = createSiweWorld()
    const page = browser()
    const challenge = { ...(await getChallenge(page)), nonce: 'ab'.repeat(16) }
    const body = await signChallenge(challenge, { issuedAt: new Date(time.now()) })
    expect((await page.post('/auth/siwe/sign-in', body)).status).toBe(403)
  })

  test('behavior: 200 at once, one session', async () => {
    const { browser, time, logs } = createSiweWorld()
    const page = browser()
    const body = await signChallenge(await getChallenge(page), { issuedAt: new Date(time.now()) })
    const statuses = await Promise.all(
      Array.from({ length: 200 }, async () => {
        const tab = browser(new Map(page.jar))
        return (await tab.post('/auth/siwe/sign-in', body)).status
      }),
    )
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(logs.filter(({ event }) => event === 'session-started')).toHaveLength(1)
  })
})

describe('messages', () => {
  const wrong: [string, SignParameters, number, RegExp][] = [
    ['domain', { domain: 'evil.example' }, 400, /another domain/],
    ['a domain that only begins alike', { domain: 'dapp.example.evil.example' }, 400, /domain/],
    ['uri', { uri: 'https://evil.example' }, 400, /another URI/],
    ['scheme', { scheme: 'http' }, 400, /another scheme/],
    ['chain', { chainId: 10 }, 400, /another chain/],
    ['expired', { expirationTime: new Date('2024-06-01T12:00:00Z') }, 403, /expired/],
    ['not valid yet', { notBefore: new Date('2024-06-01T12:00:01Z') }, 403, /not valid yet/],
    ['issued long ago', { issuedAt: new Date('2024-06-01T11:54:59Z') }, 403, /too old/],
    ['issued in the future', { issuedAt: new Date('2024-06-01T12:05:01Z') }, 403, /to come/],
    ['another statement', { statement: 'Give me all.' }, 400, /`statement`/],
    ['no statement', { statement: undefined }, 400, /`statement`/],
    ['no grammar', { change: (text) => `${text}\n` }, 400, /line 11/i],
    [
      'another spelling of the chain',
      { change: (text) => text.replace('Chain ID: 1', 'Chain ID: 01') },
      400,
      /not written as/,
    ],
  ]
  test.each(wrong)('behavior: %s', async (_, fields, status, detail) => {
    const { browser, signIn } = createSiweWorld({ statement: 'Sign in to Dapp.' })
    const page = browser()
    const response = await signIn(page, fields)
    const problem = await readProblem(response)
    expect([response.status, problem.detail]).toEqual([status, expect.stringMatching(detail)])
    expect(page.jar.has('__Host-takokit-siwe')).toBe(false)
  })

  test('behavior: any sentence where none is configured, resources, an expiry', async () => {
    const { browser, signIn } = createSiweWorld()
    for (const fields of [
      { statement: 'Anything.' },
      { statement: undefined },
      { resources: ['https://dapp.example/terms'], scheme: 'https' },
      { expirationTime: new Date('2024-06-01T12:01:00Z'), uri: `${testOrigin}/login?a=b` },
    ])
      expect((await signIn(browser(), fields)).status).toBe(200)
  })

  test('parameters: signIn.ownMessage', async () => {
    const { browser, signIn } = createSiweWorld({}, { signIn: { ownMessage: false } })
    const change = (text: string) => text.replace('Chain ID: 1', 'Chain ID: 01')
    expect((await signIn(browser(), { change })).status).toBe(200)
  })

  test('behavior: another account’s signature, another address in the request', async () => {
    const { browser, time } = createSiweWorld()
    const page = browser()
    const issuedAt = new Date(time.now())
    const body = await signChallenge(await getChallenge(page), { issuedAt, index: 1 })
    const forged = await page.post('/auth/siwe/sign-in', { ...body, address: me })
    expect(forged.status).toBe(403)
    const challenge = await getChallenge(page)
    const mine = await signChallenge(challenge, { issuedAt })
    const other = await account(1).signMessage({ message: mine.message })
    const refused = await page.post('/auth/siwe/sign-in', { ...mine, signature: other })
    expect((await readProblem(refused)).code).toBe('provider/signature-refused')
  })

  test('behavior: a page of another of its origins', async () => {
    const { browser, signIn, relayOptions } = createSiweWorld(
      {},
      { origin: [testOrigin, 'https://admin.dapp.example'] },
    )
    expect((await signIn(browser())).status).toBe(200)
    const relay = createRelay(relayOptions)
    const body = JSON.stringify({ address: me, message: 'm', signature: '0x00' })
    const response = await relay.fetch(
      new Request('https://admin.dapp.example/auth/siwe/sign-in', {
        method: 'POST',
        body,
        headers: {
          origin: 'https://admin.dapp.example',
          'content-type': 'application/json',
          'x-takokit': '1',
        },
      }),
    )
    expect(response.status).toBe(403)
  })
})

describe('smart accounts', () => {
  const contract = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
  const signature = `0x${'ab'.repeat(120)}` as const

  async function sign(world: ReturnType<typeof createSiweWorld>, page = world.browser()) {
    const challenge = await getChallenge(page)
    const issuedAt = new Date(world.time.now())
    const { message } = await signChallenge(challenge, { issuedAt, index: 1 })
    return { page, body: { address: contract, message, signature } }
  }

  test('behavior: without a client, a sentence that says so', async () => {
    const world = createSiweWorld()
    const { page, body } = await sign(world)
    const problem = await readProblem(await page.post('/auth/siwe/sign-in', body))
    expect(problem).toMatchObject({ status: 403, code: 'provider/signature-refused' })
    expect(problem.detail).toContain('Only externally owned accounts')
  })

  test('behavior: the node decides; while it does not answer, the same signature may be sent again', async () => {
    let answer: () => Promise<unknown> = async () => '0x01'
    const client = createClient({
      chain: mainnet,
      transport: custom(
        { request: async ({ method }) => (method === 'eth_chainId' ? '0x1' : answer()) },
        { retryCount: 0 },
      ),
    })
    const world = createSiweWorld({ publicClient: client })
    const { page, body } = await sign(world)
    answer = () => Promise.reject(new Error('connect ECONNREFUSED'))
    const waiting = await page.post('/auth/siwe/sign-in', body)
    expect(await readProblem(waiting)).toMatchObject({
      status: 503,
      code: 'provider/unavailable',
      retryAfterMs: 2_000,
    })
    answer = async () => '0x01'
    const { subject } = await readToken(await page.post('/auth/siwe/sign-in', body))
    expect(subject).toBe(contract)
    expect((await page.post('/auth/siwe/sign-in', body)).status).toBe(403)
    const refused = await sign(world)
    answer = async () => '0x00'
    expect((await refused.page.post('/auth/siwe/sign-in', refused.body)).status).toBe(403)
    // Its chain is the one that messages may name.
    const other = createSiweWorld({
      publicClient: createClient({ chain: base, transport: custom({ request: answer }) }),
    })
    expect((await getChallenge(other.browser())).chainIds).toEqual([8453])
  })
})

describe('keys', () => {
  const jwks = async ({ relay }: Pick<ReturnType<typeof createSiweWorld>, 'relay'>) =>
    relay.fetch(new Request(`${testOrigin}/auth/jwks.json`))

  test('default: the public halves of all keys, and nothing else of them', async () => {
    const world = createSiweWorld({ signingKeys: [testKeys.p256, testKeys.ed25519] })
    const response = await jwks(world)
    expect(response.headers.get('content-type')).toBe('application/jwk-set+json')
    expect(response.headers.get('cache-control')).toBe('public, max-age=300')
    const { keys } = (await response.json()) as { keys: Record<string, unknown>[] }
    expect(keys).toEqual([
      {
        kty: 'EC',
        crv: 'P-256',
        x: testKeys.p256.x,
        y: testKeys.p256.y,
        alg: 'ES256',
        use: 'sig',
        kid: expect.any(String),
      },
      {
        kty: 'OKP',
        crv: 'Ed25519',
        x: testKeys.ed25519.x,
        alg: 'EdDSA',
        use: 'sig',
        kid: expect.any(String),
      },
    ])
    const { accessToken } = await readToken(await world.signIn(world.browser()))
    expect(decodeProtectedHeader(accessToken)).toEqual({
      alg: 'ES256',
      kid: keys[0]?.kid,
      typ: 'JWT',
    })
    for (const method of ['POST', 'OPTIONS'])
      expect(
        (await world.relay.fetch(new Request(`${testOrigin}/auth/jwks.json`, { method }))).status,
      ).toBe(405)
  })

  test('behavior: JSON text, a name of its own, a function that is called again and may fail', async () => {
    let keys: () => Promise<string> = async () =>
      JSON.stringify({ ...testKeys.ed25519, kid: 'first' })
    const world = createSiweWorld({ signingKeys: () => keys() })
    const kidOf = async () => {
      const { accessToken } = await readToken(await world.signIn(world.browser()))
      return decodeProtectedHeader(accessToken).kid
    }
    expect(await kidOf()).toBe('first')
    keys = () => Promise.reject(new Error(`canary ${testKeys.ed25519.d}`))
    expect(await kidOf()).toBe('first')
    const broken = createSiweWorld({ signingKeys: () => keys() })
    expect((await broken.signIn(broken.browser())).status).toBe(503)
    expect(JSON.stringify(broken.logs)).not.toContain(testKeys.ed25519.d)
    expect((await jwks(broken)).status).toBe(500)
  })

  test('behavior: without an issuer there is no key set', async () => {
    const { relay } = createSiweWorld(
      {},
      {
        providers: [
          { name: 'a', origins: ['https://a.example'], refresh: async () => ({}) as never },
        ],
      },
    )
    expect((await jwks({ relay })).status).toBe(404)
  })
})

describe('claims', () => {
  test('default: an object, or a function that is called at each renewal', async () => {
    let role = 'member'
    const world = createSiweWorld({
      claims: ({ address, chainId }) => ({ role, address, chainId }),
      chains: [8453],
      audience: ['api', 'files'],
    })
    const page = world.browser()
    const { accessToken } = await readToken(await world.signIn(page))
    expect(decodeJwt(accessToken)).toMatchObject({
      role: 'member',
      address: me,
      chainId: 8453,
      aud: ['api', 'files'],
    })
    role = 'admin'
    world.time.advance(600_000)
    const renewed = await readToken(await page.post('/auth/siwe/token'))
    expect(decodeJwt(renewed.accessToken)).toMatchObject({ role: 'admin', chainId: 8453 })
  })

  test('behavior: a function that throws ends no session, and burns no challenge', async () => {
    let isBroken = true
    const world = createSiweWorld({
      claims: () => {
        if (isBroken) throw new Error(`database down ${testSecret}`)
        return {}
      },
    })
    const page = world.browser()
    const issuedAt = new Date(world.time.now())
    const body = await signChallenge(await getChallenge(page), { issuedAt })
    expect((await page.post('/auth/siwe/sign-in', body)).status).toBe(503)
    isBroken = false
    await readToken(await page.post('/auth/siwe/sign-in', body))
    isBroken = true
    world.time.advance(600_000)
    expect((await page.post('/auth/siwe/token')).status).toBe(503)
    isBroken = false
    world.time.advance(300_000)
    await readToken(await page.post('/auth/siwe/token'))
    expect(JSON.stringify(world.logs)).not.toContain(testSecret)
  })

  test.each(['iss', 'sub', 'sid', 'exp', 'aud'])(
    'behavior: %s is not the application’s to set',
    async (name) => {
      const world = createSiweWorld({ claims: { [name]: 'x' } })
      expect((await world.signIn(world.browser())).status).toBe(503)
      expect(JSON.stringify(world.logs)).toContain(`\`${name}\` is set by the issuer`)
    },
  )
})

test('behavior: no limit of another API applies: 40 sign-ins within a minute', async () => {
  const plenty = { requests: 1_000, perMs: 60_000 }
  const { browser, signIn } = createSiweWorld({}, { rateLimits: { signIn: plenty } })
  for (let index = 0; index < 40; index++)
    expect((await signIn(browser(), { index: index % 10 })).status).toBe(200)
})

describe('options', () => {
  const right = { domain: 'dapp.example', signingKeys: testKeys.ed25519 }
  const create = (options: object) => () =>
    createRelay({
      providers: [siweIssuer({ ...right, ...options })],
      secret: testSecret,
      origin: testOrigin,
    })
  test.each([
    ['domain', { domain: '' }],
    ['domain', { domain: undefined }],
    ['domain', { domain: 'other.example' }],
    ['domain', { domain: 'https://dapp.example' }],
    ['chains', { chains: [] }],
    ['chains', { chains: [1.5] }],
    ['statement', { statement: '' }],
    ['statement', { statement: 'a\nb' }],
    ['audience', { audience: '' }],
    ['audience', { audience: [] }],
    ['lifetimeMs', { lifetimeMs: 0 }],
    [
      'publicClient',
      { publicClient: createClient({ transport: custom({ request: async () => '0x' }) }) },
    ],
    ['signingKeys', { signingKeys: [] }],
    ['signingKeys', { signingKeys: 'no JSON canary' }],
    ['signingKeys', { signingKeys: { ...testKeys.ed25519, d: undefined } }],
    ['signingKeys', { signingKeys: { kty: 'RSA', d: 'x', x: 'y' } }],
  ])('behavior: %s, case %#', (field, options) => {
    expect(create(options)).toThrow(new RegExp(`siweIssuer: \`${field}\``))
    expect(create(options)).not.toThrow(/canary/)
  })

  test('behavior: a token pair from elsewhere is not taken over', async () => {
    const { relay } = createSiweWorld()
    const tokens = { accessToken: 'a', refreshToken: 'b' }
    await expect(
      relay.startSession(new Request(testOrigin), { provider: 'siwe', tokens }),
    ).rejects.toMatchObject({ code: 'config/invalid' })
  })
})
