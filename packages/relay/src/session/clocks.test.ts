import { describe, expect, test } from 'vitest'
import { memoryStore } from '../stores/memoryStore.ts'
import { createBrowser, type TestBrowser } from '../testing/createBrowser.ts'
import { createWorld, readToken } from '../testing/createWorld.ts'
import { signMessage } from '../testing/signMessage.ts'

const hour = 3_600_000
const token = (page: TestBrowser, known?: string) =>
  page.post('/auth/tako/token', { account: '', ...(known && { known }) })

/** Replicas with wrong clocks and one provider, with a store that has a clock. */
function createReplicas(tokensIn: 'cookie' | 'store', clocks: readonly number[]) {
  const right = createWorld()
  const inner = memoryStore({ now: right.time.now })
  const replicas = clocks.map((aheadMs) => {
    let isKnown = false
    const store = {
      ...inner,
      read: async (key: string) => {
        isKnown = true
        return inner.read(key)
      },
      now: () => (isKnown ? right.time.now() : undefined),
    }
    const now = () => right.time.now() + aheadMs
    return createWorld({ ...right.relayOptions, tokensIn, store, now })
  })
  return { right, replicas }
}

describe.each(['cookie', 'store'] as const)(
  'replicas whose clocks are hours apart, tokens in the %s',
  (tokensIn) => {
    test.each([
      [0, hour],
      [0, -hour],
      [hour, -hour],
      [-30 * 24 * hour, 30 * 24 * hour],
    ])(
      'behavior: %i and %i ms wrong: no dead token is handed out, and no session ends',
      async (...clocks) => {
        for (const order of [clocks, [...clocks].reverse()]) {
          const { right, replicas } = createReplicas(tokensIn, order)
          const [one, other] = replicas
          if (!one || !other) throw new Error('Two of them.')
          const page = right.browser()
          const { expiresInMs } = await right.start(page, 'tako')
          const issued = await right.controls.issue('tako')
          const begun = createBrowser({
            jar: page.jar,
            send: (request) =>
              one.relay.startSession(request, {
                provider: 'tako',
                tokens: { accessToken: issued.accessToken, refreshToken: issued.refreshToken },
              }),
          })
          expect((await begun.post('/login')).status).toBe(204)
          let deadAt = right.time.now() + expiresInMs
          let last = issued.accessToken
          for (let step = 0; step < 40; step++) {
            right.time.advance(expiresInMs / 7)
            const asked = (step % 2 ? one : other).browser(page.jar)
            const answer = await readToken(await token(asked))
            if (answer.accessToken !== last) deadAt = right.time.now() + expiresInMs
            last = answer.accessToken
            expect(right.time.now() + answer.expiresInMs).toBeLessThanOrEqual(deadAt + 1_000)
            expect(answer.expiresInMs).toBeGreaterThan(0)
          }
          // Renewed when due, and not at each change of replica.
          expect(right.controls.tako.counters().rotations).toBeLessThan(8)
        }
      },
    )

    test('behavior: a sign-in’s age is judged by the store’s clock', async () => {
      const { right, replicas } = createReplicas(tokensIn, [hour, -hour])
      for (const [index, replica] of replicas.entries()) {
        const signed = await signMessage({ index, issuedAt: right.time.now() })
        expect((await replica.browser().post('/auth/tako/sign-in', signed)).status).toBe(200)
      }
    })
  },
)

test('behavior: a pair that is said to live longer than its token does lives as long as the token', async () => {
  const world = createWorld()
  const page = world.browser()
  const { accessToken, refreshToken, expiresInMs } = await world.controls.issue('tako')
  const tokens = { accessToken, refreshToken, expiresInMs: expiresInMs * 24 }
  await createBrowser({
    jar: page.jar,
    send: (request) => world.relay.startSession(request, { provider: 'tako', tokens }),
  }).post('/login')
  const ask = async () => readToken(await page.post('/auth/tako/token', { account: '' }))
  expect((await ask()).expiresInMs).toBeLessThanOrEqual(expiresInMs)
  world.time.advance(expiresInMs + 1)
  expect((await ask()).accessToken).not.toBe(accessToken)
})

test('behavior: a clock that is set back lengthens no token', async () => {
  const world = createWorld()
  const page = world.browser()
  const { expiresInMs } = await world.start(page, 'tako')
  world.time.advance(-24 * hour)
  expect((await readToken(await token(page))).expiresInMs).toBeLessThanOrEqual(expiresInMs)
})
