import { createTakoMessage } from '@takokit/core'
import { describe, expect, test } from 'vitest'
import { createBrowser, type TestBrowser } from './testing/createBrowser.ts'
import { account, createWorld, type TokenAnswer } from './testing/createWorld.ts'
import { signMessage } from './testing/signMessage.ts'

type World = ReturnType<typeof createWorld>

/** Default limits against Tako's real limit, 60 a minute for the relay's one address. */
const createFairWorld = () => createWorld({ rateLimits: {} })

const at = (world: World, clientAddress: string): TestBrowser =>
  createBrowser({ send: (request) => world.relay.fetch(request, { clientAddress }) })

async function signIn(world: World, index: number, address: string, page = at(world, address)) {
  const signed = await signMessage({ index, issuedAt: world.time.now() })
  const response = await page.post('/auth/tako/sign-in', signed)
  const answer = (await response.json()) as Partial<TokenAnswer>
  return { page, status: response.status, handle: answer.handle ?? '' }
}

async function renew(page: TestBrowser, known: string) {
  const response = await page.post('/auth/tako/token', { account: '', known })
  const { handle } = (await response.json()) as Partial<TokenAnswer>
  return { status: response.status, handle: handle ?? known }
}

/** What attackers do in each step of five seconds. */
type Attack = (step: number) => Promise<unknown>

/**
 * Two minutes under an attack: members renew tokens that are due, new users sign in, and one in three of them renews ahead of
 * time.
 */
async function measure(world: World, attack: Attack) {
  const members: { page: TestBrowser; handle: string }[] = []
  for (let index = 0; index < 8; index++) {
    members.push(await signIn(world, 100 + index, `203.0.113.${index}`))
    world.time.advance(5_000)
  }
  // More than half of the tokens' lifetime is over.
  world.time.advance(2_400_000)
  const served = { renewals: [0, 0], ahead: [0, 0], signIns: [0, 0] }
  const count = (kind: keyof typeof served, status: number) => {
    const [ok = 0, all = 0] = served[kind]
    served[kind] = [ok + (status === 200 ? 1 : 0), all + 1]
  }
  for (let step = 0; step < 24; step++) {
    world.time.advance(5_000)
    await attack(step)
    const member = members[step / 3]
    if (member) count('renewals', (await renew(member.page, member.handle)).status)
    if (step % 2 === 0) continue
    const stranger = await signIn(world, 200 + step, `192.0.2.${step}`)
    count('signIns', stranger.status)
    if (step % 3 === 0) count('ahead', (await renew(stranger.page, stranger.handle)).status)
  }
  return served
}

function expectServed(served: Awaited<ReturnType<typeof measure>>) {
  for (const [kind, [ok = 0, all = 0]] of Object.entries(served)) {
    expect(all, kind).toBeGreaterThan(3)
    expect(ok / all, `${kind}: ${ok} of ${all}`).toBeGreaterThanOrEqual(0.95)
  }
}

describe('one user stops nobody else, at 60 requests a minute', () => {
  test.each([1, 2, 3])(
    'behavior: %i accounts that renew as often as they can',
    async (accounts) => {
      const world = createFairWorld()
      const greedy = await Promise.all(
        Array.from({ length: accounts }, (_, index) => signIn(world, index, `198.51.100.${index}`)),
      )
      const served = await measure(world, async () => {
        for (const one of greedy)
          for (let turn = 0; turn < 5; turn++) {
            const { status, handle } = await renew(one.page, one.handle)
            one.handle = handle
            if (status !== 200) break
          }
      })
      expectServed(served)
      // Served as often as an honest page would be, and refused by the relay, not upstream.
      expect(
        world.metrics.filter((one) => one.type === 'upstream' && one.outcome === 'throttled'),
      ).toEqual([])
    },
  )

  test('behavior: three accounts that begin a new session for each renewal', async () => {
    const world = createFairWorld()
    const served = await measure(world, async (step) => {
      for (let index = 0; index < 3; index++) {
        const { page, handle, status } = await signIn(world, index, `198.51.100.${index}`)
        if (status === 200) await renew(page, handle)
        if (step % 2 === 0) world.time.advance(1)
      }
    })
    expectServed(served)
  })

  test('behavior: one account that signs in every ten seconds is served', async () => {
    const world = createFairWorld()
    const statuses: number[] = []
    for (let turn = 0; turn < 60; turn++) {
      world.time.advance(10_000)
      statuses.push((await signIn(world, 0, `203.0.113.${turn}`)).status)
    }
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(57)
  })

  /** Another message each time, or all but the first were replays. */
  async function postSigned(world: World, clientAddress: string, signature: string) {
    world.time.advance(1)
    const { address } = account()
    const message = createTakoMessage({ address, issuedAt: new Date(world.time.now()) })
    const signed = { address, message, signature }
    return at(world, clientAddress).post('/auth/tako/sign-in', signed)
  }
  const junk = {
    'no message of ours': async (world: World, address: string) =>
      at(world, address).post('/auth/tako/sign-in', {
        address: `0x${'1'.repeat(40)}`,
        message: 'x',
        signature: '0x1b',
      }),
    'another’s signature': (world: World, address: string) =>
      postSigned(world, address, `0x${'1'.repeat(128)}1b`),
    'a contract’s signature, made up': (world: World, address: string) =>
      postSigned(world, address, `0x${'1'.repeat(256)}`),
    'no JSON': async (world: World, address: string) =>
      at(world, address).fetch('/auth/tako/sign-in', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-takokit': '1' },
        body: '{',
      }),
  }
  const floods = Object.keys(junk).flatMap((name) =>
    [1, 2, 20].map((addresses) => ({ name: name as keyof typeof junk, addresses })),
  )
  test.each(floods)(
    'behavior: sign-ins with $name, from $addresses addresses',
    async ({ name, addresses }) => {
      const world = createFairWorld()
      const served = await measure(world, async () => {
        for (let turn = 0; turn < 20; turn++)
          await junk[name](world, `198.51.100.${turn % addresses}`)
      })
      expectServed(served)
      const { signIns } = world.controls.tako.counters()
      // The honest ones, plus a few a minute of the others if only the provider can verify them.
      expect(signIns).toBeLessThan(name === 'a contract’s signature, made up' ? 45 : 25)
    },
  )
})
