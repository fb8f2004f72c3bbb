import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { createTakoMessage, defineProvider, failed, TakoKitError, tako } from '@takokit/core'
import { providerNames } from '@takokit/emulator'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { consoleLogger } from './log/consoleLogger.ts'
import { privateCloud } from './providers/privateCloud/privateCloud.ts'
import { redactText } from './redact/redactText.ts'
import { memoryStore } from './stores/memoryStore.ts'
import { account, allProviders, createWorld, readToken, testSecret } from './testing/createWorld.ts'
import { type ChallengeAnswer, createSiweWorld, signChallenge } from './testing/siweWorld.ts'
import { testKeys } from './testing/testKeys.ts'
import type { RelayLogEntry } from './types/RelayLogEntry.ts'
import type { RelayStore } from './types/RelayStore.ts'

const clientSecret = 'canary-client-secret-ß-秘密'

/** Every encoding of a secret. */
function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8')
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    Buffer.from(`demo-client:${secret}`).toString('base64'),
  ]
}

/** Fails if a text holds any of the secrets. Texts are searched whole: headers, bodies, logs, errors with their causes. */
function expectNone(where: string, text: string, secrets: readonly string[]) {
  for (const secret of secrets)
    for (const spelling of spellings(secret))
      expect(text.includes(spelling), `${where} holds a secret`).toBe(false)
}

async function tell(response: Response): Promise<string> {
  return inspect([response.status, [...response.headers], await response.clone().text()], {
    depth: 9,
  })
}

/** `set-cookie` is sealed. It is searched too, except for the access token that the body may hold. */
describe.each(['cookie', 'store'] as const)('no secret anywhere, tokens in the %s', (tokensIn) => {
  const faults = [
    undefined,
    'lost-answer',
    'lost-request',
    'html',
    'cut-json',
    '500',
    '429',
    'redirect',
    '204',
  ] as const

  test.each(providerNames)('behavior: %s, whatever upstream answers', async (provider) => {
    const printed: string[] = []
    const world = createWorld(
      {
        tokensIn,
        providers: [
          ...allProviders().filter(({ name }) => !['privateCloud', 'tako'].includes(name)),
          tako({ message: { after: ['canary-in-the-message'] } }),
          privateCloud({
            baseUrl: 'https://cloud.example.com',
            clientId: 'demo-client',
            clientSecret,
          }),
        ],
        logger(entry) {
          printed.push(inspect(entry, { depth: 9 }), JSON.stringify(entry))
        },
        metrics: (metric) => printed.push(inspect(metric, { depth: 9 })),
      },
      { privateCloud: { clientSecret } },
    )
    const { controls } = world
    const refreshTokens: string[] = []
    const accessTokens: string[] = []
    const signed: string[] = []
    const answers: string[] = []

    for (const fault of faults) {
      const page = world.browser()
      const { accessToken, refreshToken, response } = await world.start(page, provider)
      accessTokens.push(accessToken)
      refreshTokens.push(refreshToken)
      answers.push(await tell(response))
      const cookie = [...page.jar.values()].join()
      const first = await page.post(`/auth/${provider}/token`)
      const { handle } = await readToken(first.clone())
      expectNone('the token’s answer', await tell(first), [
        ...refreshTokens,
        cookie,
        testSecret,
        clientSecret,
      ])
      if (fault) controls[provider].failNext(fault, { times: 3 })
      world.time.advance(1_000)
      const renewing = await page.post(`/auth/${provider}/token`, { account: '', known: handle })
      if (renewing.ok) accessTokens.push((await readToken(renewing.clone())).accessToken)
      else answers.push(await tell(renewing))
      expectNone('the renewal’s answer', await tell(renewing), [
        ...refreshTokens,
        testSecret,
        clientSecret,
      ])
      controls[provider].clearFaults()
      answers.push(await tell(await page.post(`/auth/${provider}/sign-out`)))
      answers.push(
        await tell(await page.post(`/auth/${provider}/token`, { account: '', known: handle })),
      )
      world.time.advance(3_600_000)
    }

    // A provider that quotes the token in its own error text.
    const page = world.browser()
    const { refreshToken, accessToken } = await world.start(page, provider)
    refreshTokens.push(refreshToken)
    accessTokens.push(accessToken)
    const { handle } = await readToken(await page.post(`/auth/${provider}/token`))
    const code = { tako: 600, talkstack: 401, cloudreve: 40020, privateCloud: 400 }[provider]
    const message = `refresh token ${refreshToken} of ${accessToken} is dead`
    controls[provider].failNext({ type: 'error', code, message }, { times: 2 })
    const ended = await page.post(`/auth/${provider}/token`, { account: '', known: handle })
    expect(ended.status).toBe(401)
    answers.push(await tell(ended))

    if (provider === 'tako') {
      const { address, signMessage } = account()
      const sign = async () => {
        const issuedAt = new Date(world.time.now())
        const message = createTakoMessage({ address, issuedAt, after: ['canary-in-the-message'] })
        const signature = await signMessage({ message })
        signed.push(signature, 'canary-in-the-message')
        return { address, message, signature }
      }
      for (const fault of faults) {
        if (fault) controls.tako.failNext(fault)
        const response = await page.post('/auth/tako/sign-in', await sign())
        if (response.ok) accessTokens.push((await readToken(response.clone())).accessToken)
        else answers.push(await tell(response))
        controls.tako.clearFaults()
        world.time.advance(61_000)
      }
      const last = await sign()
      const message = `bad signature ${last.signature}`
      controls.tako.failNext({ type: 'error', code: 3001, message })
      const refused = await page.post('/auth/tako/sign-in', last)
      expect(refused.status).toBe(403)
      answers.push(await tell(refused))
    }

    const secrets = [...refreshTokens, ...accessTokens, ...signed, testSecret, clientSecret]
    for (const text of answers) expectNone('an answer', text, secrets)
    expect(printed.length).toBeGreaterThan(40)
    for (const text of printed) expectNone('a log line or metric', text, secrets)
  })
})

test.each(['cookie', 'store'] as const)(
  'behavior: an issuer: no signing key, challenge, signature or token anywhere else, tokens in the %s',
  async (tokensIn) => {
    const printed: string[] = []
    const claims = { fails: false }
    const world = createSiweWorld(
      {
        signingKeys: [testKeys.ed25519, testKeys.p256],
        claims() {
          if (!claims.fails) return {}
          throw new Error(`canary ${testKeys.p256.d}`, { cause: new Error(testKeys.ed25519.d) })
        },
      },
      {
        tokensIn,
        logger: (entry) => printed.push(inspect(entry, { depth: 9 }), JSON.stringify(entry)),
        metrics: (metric) => printed.push(inspect(metric, { depth: 9 })),
      },
    )
    const keys = [testKeys.ed25519.d, testKeys.p256.d, testSecret]
    const secrets = [...keys]
    const answers: string[] = []
    const page = world.browser()
    for (const change of [
      (body: SignedBody) => body,
      (body: SignedBody) => ({ ...body, signature: `0x${'1b'.repeat(65)}` }),
      (body: SignedBody) => ({ ...body, message: `${body.message}\n` }),
      (body: SignedBody) => ({ ...body, message: body.message.replace('Nonce: ', 'Nonce: x') }),
      (body: SignedBody) => ({ ...body, signature: '0x00' }),
    ]) {
      const challenged = await page.post('/auth/siwe/challenge', {})
      expectNone('a challenge', await tell(challenged), keys)
      const challenge = (await challenged.json()) as ChallengeAnswer
      const body = await signChallenge(challenge, { issuedAt: new Date(world.time.now()) })
      secrets.push(challenge.nonce, body.signature, ...page.jar.values())
      for (const fails of [true, false]) {
        claims.fails = fails
        const response = await page.post('/auth/siwe/sign-in', change(body))
        if (response.ok) secrets.push((await readToken(response.clone())).accessToken)
        else answers.push(await tell(response))
        expectNone('a sign-in', await tell(response), keys)
      }
    }
    claims.fails = true
    world.time.advance(600_000)
    answers.push(await tell(await page.post('/auth/siwe/token')))
    const request = new Request('https://dapp.example/', { headers: { cookie: page.cookie() } })
    answers.push(inspect(await world.relay.getSession(request)))
    // It may wait for the next try.
    const token = world.time.until(world.relay.getToken(request, { provider: 'siwe' }))
    answers.push(inspect(await token.catch((error: unknown) => error), { depth: 9 }))
    answers.push(await tell(await page.post('/auth/siwe/sign-out')))
    expectNone(
      'the key set',
      await tell(await world.relay.fetch(new Request('https://dapp.example/auth/jwks.json'))),
      secrets,
    )
    for (const text of answers) expectNone('an answer', text, secrets)
    expect(printed.length).toBeGreaterThan(20)
    for (const text of printed) expectNone('a log line or metric', text, secrets)
  },
)

type SignedBody = Awaited<ReturnType<typeof signChallenge>>

test('behavior: an error of fetch that quotes the URL is redacted, its causes too', async () => {
  const printed: string[] = []
  const world = createWorld({
    providers: [
      privateCloud({ baseUrl: 'https://cloud.example.com', clientId: 'demo-client', clientSecret }),
    ] as never,
    logger: (entry) => printed.push(inspect(entry, { depth: 9 })),
    fetch: async (input, init) => {
      const headers = JSON.stringify([...new Headers(init.headers)])
      throw new TypeError(`request to ${input} failed`, {
        cause: new Error(`connect ECONNREFUSED ${input} with ${headers}`, {
          cause: Object.assign(new Error(`inner ${input}`), { code: 'ECONNREFUSED', url: input }),
        }),
      })
    },
  })
  const page = world.browser()
  const { refreshToken } = await world.start(page, 'privateCloud')
  const { handle } = await readToken(await page.post('/auth/privateCloud/token'))
  const response = await page.post('/auth/privateCloud/token', { account: '', known: handle })
  const text = await tell(response)
  for (const one of [text, ...printed]) expectNone('an error', one, [refreshToken, clientSecret])
  // What remains still says what happened.
  expect(printed.join()).toContain('ECONNREFUSED')
  expect(printed.join()).toContain(
    'https://cloud.example.com/api/refreshToken.do?grant_type=[redacted]',
  )
})

/** All arguments of a function, as an error thrown by it would quote them. */
function quote(given: unknown): string {
  const plain = (_: string, value: unknown) => {
    if (value instanceof Headers) return [...value]
    if (value instanceof Request) return { url: value.url, headers: [...value.headers] }
    if (value instanceof URLSearchParams) return String(value)
    return typeof value === 'function' ? undefined : value
  }
  return JSON.stringify(given, plain)
}

describe('a function of the dapp’s that throws may quote what it knows: no secret is told', () => {
  type Fail = (...given: unknown[]) => never
  const fail: Fail = (...given) => {
    throw new Error(`canary-error ${testSecret} ${quote(given)}`, {
      cause: Object.assign(new Error(`inner ${testSecret} ${quote(given)}`), { code: 'EINNER' }),
    })
  }
  // Rejects in spite of the declared types.
  const failLater = (async (...given: unknown[]) => fail(...given)) as unknown as Fail
  const broken = (name: keyof RelayStore, how: Fail): RelayStore =>
    ({ ...memoryStore(), [name]: how }) as RelayStore
  const refreshing = (how: Fail) => [
    defineProvider({ name: 'tako', origins: ['https://api.tako.so'], refresh: how }),
  ]
  const cloud = (how: Fail) => [
    privateCloud({
      name: 'tako',
      baseUrl: 'https://api.tako.so',
      clientId: 'demo-client',
      clientSecret: how,
    }),
  ]
  type Options = Parameters<typeof createWorld>[0]
  const cases: [string, (how: Fail) => Options][] = [
    ['secret', (how) => ({ secret: how })],
    ['clientAddress', (how) => ({ clientAddress: how, rateLimits: {} })],
    ['fetch', (how) => ({ fetch: how })],
    ['metrics', (how) => ({ metrics: how })],
    ['logger', (how) => ({ logger: how })],
    ['a provider', (how) => ({ providers: refreshing(how) as never })],
    ['clientSecret', (how) => ({ providers: cloud(how) as never })],
    ...(['read', 'write', 'take', 'ping'] as const).map((name): (typeof cases)[number] => [
      `store.${name}`,
      (how) => ({ store: broken(name, how), rateLimits: {} }),
    ]),
  ]

  test.each(cases.flatMap(([name, make]) => [fail, failLater].map((how) => ({ name, make, how }))))(
    'behavior: $name, $how.name',
    async ({ name, make, how }) => {
      const printed: string[] = []
      const unhandled: unknown[] = []
      const note = (reason: unknown) => unhandled.push(reason)
      process.on('unhandledRejection', note)
      try {
        const right = createWorld()
        const page = right.browser()
        const { accessToken, refreshToken } = await right.start(page, 'tako')
        const { handle } = await readToken(await page.post('/auth/tako/token'))
        const secrets = [refreshToken, accessToken, testSecret, ...page.jar.values()]
        const world = createWorld({
          now: right.time.now,
          logger: (entry) => printed.push(inspect(entry, { depth: 9 }), JSON.stringify(entry)),
          ...make(how),
        })
        const asked = world.browser(page.jar)
        const answers: string[] = []
        const ask = async (call: string, body: object) => {
          const request = { authorization: `Bearer ${accessToken}` }
          const response = await asked.post(`/auth/tako/${call}`, body, request)
          const text = await tell(response)
          // The page may receive its own token.
          const held = response.ok ? [refreshToken, testSecret] : secrets
          expectNone('an answer', text, held)
          answers.push(text)
        }
        await ask('token', { account: '', known: handle })
        await ask('token', { account: '' })
        await ask('sign-out', { account: '' })
        const health = await world.relay.fetch(new Request('https://dapp.example/auth/healthz'))
        answers.push(await tell(health))
        // Later than a microtask: unhandled rejections are reported then.
        await new Promise((resolve) => setImmediate(resolve))
        expect(unhandled).toEqual([])
        expect(answers).toHaveLength(4)
        for (const text of printed) expectNone('a log line', text, secrets)
        if (name !== 'logger' && name !== 'metrics')
          expect(printed.join(), 'it was called, and failed').toMatch(/EINNER|Error/)
      } finally {
        process.off('unhandledRejection', note)
      }
    },
  )

  test('behavior: an answer that cannot be read is not quoted', async () => {
    const printed: string[] = []
    const canaries = { access_token: 'canary-new-access-token', refreshToken: 'canary-new-refresh' }
    const world = createWorld({
      logger: (entry) => printed.push(inspect(entry, { depth: 9 })),
      fetch: async () => Response.json(canaries),
      providers: [
        defineProvider({
          name: 'tako',
          origins: ['https://api.tako.so'],
          async refresh(context) {
            const response = await context.fetch('https://api.tako.so/', { method: 'POST' })
            throw new Error(`Unexpected ${await response.text()}`)
          },
        }),
      ] as never,
    })
    const page = world.browser()
    await world.start(page, 'tako')
    const { handle } = await readToken(await page.post('/auth/tako/token'))
    await page.post('/auth/tako/token', { account: '', known: handle })
    expect(printed.join()).toContain('Unexpected')
    for (const text of printed) expectNone('a log line', text, Object.values(canaries))
  })
})

test.each([
  ['failed', failed],
  [
    'an error of its own',
    (...[type, code, text, options]: Parameters<typeof failed>) => ({
      type,
      error: new TakoKitError(code, text, options),
    }),
  ],
  [
    'an exception',
    (...[, , text]: Parameters<typeof failed>) => {
      throw Object.assign(new Error(text, { cause: new Error(text) }), { code: text })
    },
  ],
])(
  'behavior: what orders or breaks lines is written out, and nothing from elsewhere is endless: %s',
  async (_, fail) => {
    const nasty = 'a\u0085b\u009bc\u202ed\u2066e\u2028f\u2029g\ufeffh\ud800i\nj\u0000k'
    const logs: RelayLogEntry[] = []
    const world = createWorld({
      logger: (entry) => logs.push(entry),
      providers: [
        defineProvider({
          name: 'tako',
          origins: ['https://api.tako.so'],
          refresh: async () =>
            fail('transient', 'provider/unavailable', nasty + 'm'.repeat(10_000), {
              details: nasty + 'd'.repeat(100_000),
              correlationId: nasty + 'c'.repeat(100_000),
              providerCode: nasty + 'p'.repeat(100_000),
            }),
        }),
      ] as never,
    })
    const page = world.browser()
    await world.start(page, 'tako')
    const { handle } = await readToken(await page.post('/auth/tako/token'))
    const response = await page.post('/auth/tako/token', { account: '', known: handle })
    const text = await response.text()
    expect(text.length).toBeLessThan(2_500)
    expect(text).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u)
    expect(logs.some(({ event }) => event === 'upstream-failed')).toBe(true)
    for (const entry of logs) {
      const line = JSON.stringify(entry)
      expect(line.length).toBeLessThan(2_500)
      expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u)
    }
  },
)

test('behavior: the page’s bundle and its source map know of no client secret', async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { createAuthClient, relayed, tako } from '@takokit/core'
        export const auth = createAuthClient({
          providers: [
            relayed({ provider: tako(), url: '/auth' }),
            relayed({ provider: 'privateCloud', url: '/auth', origins: ['https://cloud.example.com'] }),
          ],
        })`,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    bundle: true,
    write: false,
    format: 'esm',
    sourcemap: 'external',
    outfile: 'page.js',
    conditions: ['@takokit/source'],
    logLevel: 'silent',
  })
  expect(outputFiles).toHaveLength(2)
  // Only the match is reported: the whole source map would be the message.
  for (const { text } of outputFiles)
    expect(
      /clientSecret|client_secret|refreshToken\.do|demo-secret/.exec(text)?.[0],
    ).toBeUndefined()
})

test('default: the console’s lines are JSON', () => {
  const lines: string[] = []
  const [log, error] = [console.log, console.error]
  console.log = (line: string) => lines.push(line)
  console.error = (line: string) => lines.push(line)
  try {
    consoleLogger({ at: 0, level: 'info', event: 'request', status: 200 })
    consoleLogger({ at: 0, level: 'warn', event: 'request', status: 401 })
  } finally {
    console.log = log
    console.error = error
  }
  expect(lines.map((line) => (JSON.parse(line) as { status: number }).status)).toEqual([200, 401])
})

test.each([
  [
    'see https://a.example/x?refresh_token=abc&b=c#d=e',
    'see https://a.example/x?refresh_token=[redacted]&b=[redacted]#d=[redacted]',
  ],
  ['https://user:pass@a.example/', 'https://[redacted]@a.example/'],
  [
    '/api/refreshToken.do?grant_type=refresh_token&refresh_token=xyz failed',
    '/api/refreshToken.do?grant_type=[redacted]&refresh_token=[redacted] failed',
  ],
  [
    'Authorization: Basic ZGVtbw== and bearer abc.def',
    'Authorization: Basic [redacted] and bearer [redacted]',
  ],
  ['token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.sig_na-ture!', 'token [redacted]!'],
  [`signature 0x${'ab'.repeat(65)}`, 'signature [redacted]'],
  [
    'address 0x1111111111111111111111111111111111111111',
    'address 0x1111111111111111111111111111111111111111',
  ],
])('default: redacts %s', (text, expected) => {
  expect(redactText(text)).toBe(expected)
})
