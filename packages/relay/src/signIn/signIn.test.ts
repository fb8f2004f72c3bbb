import { createTakoMessage, type CreateTakoMessageParameters, tako } from '@takokit/core'
import { describe, expect, test } from 'vitest'
import { account, createWorld, readProblem } from '../testing/createWorld.ts'
import { signMessage } from '../testing/signMessage.ts'

type World = ReturnType<typeof createWorld>

const minute = 60_000
const post = (world: World, signed: object) => world.browser().post('/auth/tako/sign-in', signed)

async function sign(
  world: World,
  { ageMs = 0, ...lines }: { ageMs?: number } & Partial<CreateTakoMessageParameters> = {},
) {
  const { address, signMessage: sign } = account()
  const issuedAt = new Date(world.time.now() - ageMs)
  const message = createTakoMessage({ address, issuedAt, ...lines })
  return { address, message, signature: await sign({ message }) }
}

async function expectRefused(world: World, signed: object, code: string) {
  const response = await post(world, signed)
  expect((await readProblem(response)).code).toBe(code)
  expect([400, 403]).toContain(response.status)
  expect(response.headers.getSetCookie()).toEqual([])
  expect(world.controls.tako.counters().signIns).toBe(0)
}

describe('a sign-in’s age', () => {
  test.each([0, 4.9, -4.9])('default: %f minutes old passes', async (age) => {
    const world = createWorld()
    expect((await post(world, await sign(world, { ageMs: age * minute }))).status).toBe(200)
  })

  test.each([5.1, 60, 23 * 60, -5.1, -60])('default: %f minutes old is refused', async (age) => {
    const world = createWorld()
    await expectRefused(
      world,
      await sign(world, { ageMs: age * minute }),
      'provider/message-expired',
    )
  })

  test('parameters: maxAgeMs', async () => {
    const world = createWorld({ signIn: { maxAgeMs: 60 * minute } })
    expect((await post(world, await sign(world, { ageMs: 59 * minute }))).status).toBe(200)
    const endless = createWorld({ signIn: { maxAgeMs: Infinity } })
    expect((await post(endless, await sign(endless, { ageMs: 600 * minute }))).status).toBe(200)
  })
})

describe('the message is what this relay’s provider builds', () => {
  const message = { header: 'Sign in to dapp.example.', before: ['one'], after: ['two'] }

  test('default: with its own lines', async () => {
    const world = createWorld({ providers: [tako({ message })] as never })
    expect((await post(world, await sign(world, message))).status).toBe(200)
  })

  test.each([
    ['another site’s line', { before: ['Origin: https://evil.example'] }],
    ['another header', { header: 'Evil wants you to sign in.' }],
    ['a line behind', { after: ['URI: https://evil.example'] }],
  ])('behavior: %s is refused', async (_, lines) => {
    const world = createWorld()
    await expectRefused(world, await sign(world, lines), 'provider/bad-request')
    const own = createWorld({ providers: [tako({ message })] as never })
    await expectRefused(own, await sign(own), 'provider/bad-request')
  })

  test('parameters: ownMessage: false takes others, of this address and time', async () => {
    const world = createWorld({ signIn: { ownMessage: false } })
    expect((await post(world, await sign(world, { after: ['x'] }))).status).toBe(200)
    const other = await signMessage({ index: 1, issuedAt: world.time.now() })
    const { address } = account()
    const response = await post(world, { ...other, address })
    expect((await readProblem(response)).code).toBe('provider/bad-request')
    const old = await post(world, await sign(world, { after: ['x'], ageMs: 6 * minute }))
    expect((await readProblem(old)).code).toBe('provider/message-expired')
  })
})

describe('whose signature it is', () => {
  test('behavior: an address that the message does not name is refused', async () => {
    const world = createWorld()
    const signed = { ...(await sign(world)), address: account(1).address }
    await expectRefused(world, signed, 'provider/bad-request')
  })

  test('behavior: another account’s signature is refused, whatever the case and the recovery byte', async () => {
    const world = createWorld()
    const mine = await sign(world)
    const { signMessage: signOther } = account(1)
    const others = await signOther({ message: mine.message })
    for (const end of ['', '1b', '1c', '00', '01']) {
      const signature = end ? others.slice(0, 130) + end : others
      await expectRefused(world, { ...mine, signature }, 'provider/signature-refused')
    }
    const nonsense = `0x${'00'.repeat(64)}1b`
    await expectRefused(world, { ...mine, signature: nonsense }, 'provider/signature-refused')
    const lower = { ...mine, address: mine.address.toLowerCase() }
    expect((await post(world, lower)).status).toBe(200)
  })

  test('behavior: what only the provider can check goes there', async () => {
    const world = createWorld()
    const contract = { ...(await sign(world)), signature: `0x${'11'.repeat(130)}` }
    expect((await readProblem(await post(world, contract))).code).toBe('provider/signature-refused')
    const safe = { ...contract, signature: `0x${'11'.repeat(64)}1f` }
    expect((await post(world, safe)).status).toBe(403)
    expect(world.controls.tako.counters().signIns).toBe(2)
  })

  test('parameters: ownSignature: false leaves all of it to the provider', async () => {
    const world = createWorld({ signIn: { ownSignature: false } })
    const signed = { ...(await sign(world)), signature: `0x${'11'.repeat(64)}1b` }
    expect((await post(world, signed)).status).toBe(403)
    expect(world.controls.tako.counters().signIns).toBe(1)
  })
})

describe('a signature is used once', () => {
  test('behavior: again, by anybody, for as long as it would pass: refused, and nothing is sent', async () => {
    const world = createWorld()
    const signed = await sign(world, { ageMs: -4 * minute })
    expect((await post(world, signed)).status).toBe(200)
    for (let step = 0; step < 10; step++) {
      world.time.advance(minute)
      for (const again of [signed, { ...signed, address: signed.address.toLowerCase() }]) {
        const response = await post(world, again)
        expect([response.status, (await readProblem(response)).code]).toEqual([
          403,
          'provider/message-expired',
        ])
      }
    }
    expect(world.controls.tako.counters().signIns).toBe(1)
    // The account's next message is another one.
    expect((await post(world, await sign(world))).status).toBe(200)
  })

  test('behavior: 20 at once, over two relays that share a store: one session', async () => {
    const one = createWorld()
    const other = createWorld({ ...one.relayOptions })
    const signed = await sign(one)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => post(index % 2 ? one : other, signed)),
    )
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    // The others are told to wait, or that it was used.
    expect(new Set(statuses)).not.toContain(500)
    expect(one.controls.tako.counters().signIns).toBe(1)
  })

  test.each(['500', '429', 'html', 'lost-answer', 'lost-request'] as const)(
    'behavior: after %s the page may try again with it',
    async (fault) => {
      const world = createWorld()
      const signed = await sign(world)
      world.controls.tako.failNext(fault)
      expect((await post(world, signed)).status).toBeGreaterThanOrEqual(429)
      world.time.advance(61_000)
      expect((await post(world, signed)).status).toBe(200)
      expect((await post(world, signed)).status).toBe(403)
    },
  )

  test('behavior: a short hint again and again: the wait grows, and is short again after a while', async () => {
    const world = createWorld({
      fetch: async () => new Response('', { status: 429, headers: { 'retry-after': '1' } }),
    })
    const ask = async () =>
      (await readProblem(await post(world, await sign(world)))).retryAfterMs ?? 0
    const round = async () => {
      // Those that are sent together are one reason to wait longer.
      const waits = await Promise.all([ask(), ask(), ask()])
      expect(new Set(waits).size).toBe(1)
      world.time.advance((waits[0] ?? 0) + 1)
      return waits[0]
    }
    expect([await round(), await round(), await round(), await round()]).toEqual([
      1_000, 2_000, 4_000, 8_000,
    ])
    world.time.advance(60_000)
    expect(await round()).toBe(1_000)
  })

  test('behavior: a limit that refuses it does not use it up', async () => {
    const once = { requests: 1, perMs: minute }
    const world = createWorld({ rateLimits: { allSignIns: once } })
    const other = await signMessage({ index: 1, issuedAt: world.time.now() })
    expect((await post(world, other)).status).toBe(200)
    const signed = await sign(world)
    expect((await post(world, signed)).status).toBe(429)
    world.time.advance(minute)
    expect((await post(world, signed)).status).toBe(200)
  })

  test('parameters: singleUse: false', async () => {
    const world = createWorld({ signIn: { singleUse: false } })
    const signed = await sign(world)
    expect((await post(world, signed)).status).toBe(200)
    expect((await post(world, signed)).status).toBe(200)
  })
})

test.each([
  [{ maxAgeMs: 0 }, 'signIn.maxAgeMs'],
  [{ maxAgeMs: Number.NaN }, 'signIn.maxAgeMs'],
  [{ singleUse: 'yes' }, 'signIn.singleUse'],
])('behavior: a mistake in the rules is found at the start: %o', (signIn, field) => {
  expect(() => createWorld({ signIn: signIn as never })).toThrow(`\`${field}\` expects`)
})

test.each(['message', 'address', 'signature', 'account'])(
  'behavior: half of a surrogate pair in "%s" is 400',
  async (field) => {
    const world = createWorld()
    const page = world.browser()
    await world.start(page, 'tako')
    const signed = await sign(world)
    for (const half of ['\\ud800', '\\udfff', 'a\\udc00b']) {
      const ask = (call: string, body: object) =>
        page.fetch(`/auth/tako/${call}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-takokit': '1' },
          body: JSON.stringify(body).replace('HALF', half),
        })
      const answers =
        field === 'account'
          ? [await ask('token', { account: 'HALF' }), await ask('sign-out', { account: 'HALF' })]
          : [await ask('sign-in', { ...signed, [field]: 'HALF' })]
      for (const { status } of answers) expect(status).toBe(400)
    }
    expect((await page.post('/auth/tako/token')).status).toBe(200)
  },
)

describe('whose tokens the provider sends', () => {
  test.each([
    ['none that it names', undefined, undefined],
    ['the account’s, in lower case', account().address.toLowerCase(), undefined],
    ['another account’s', account(1).address, 'provider/unavailable'],
  ])('behavior: %s', async (_, subject, code) => {
    const tokens = { accessToken: 'SECRET', refreshToken: 'SECRET', lifetimeMs: minute, subject }
    const provider = { ...tako(), exchange: async () => ({ type: 'ok', tokens }) }
    const world = createWorld({ providers: [provider] as never })
    const response = await post(world, await sign(world))
    expect(response.headers.getSetCookie().length > 0).toBe(code === undefined)
    const text = await response.text()
    expect(text.includes('SECRET')).toBe(code === undefined)
    expect((JSON.parse(text) as { code?: string }).code).toBe(code)
  })
})
