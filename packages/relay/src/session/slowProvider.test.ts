import { describe, expect, test } from 'vitest'
import { createRelay } from '../createRelay.ts'
import { createBrowser, type TestBrowser } from '../testing/createBrowser.ts'
import { createWorld, readProblem, readToken } from '../testing/createWorld.ts'
import { until } from '../testing/until.ts'

const token = (page: TestBrowser, known?: string) =>
  page.post('/auth/tako/token', { account: '', ...(known && { known }) })

const signals: AbortSignal[] = []

/** A relay whose provider rotates at once and delays its responses until it is told to send them. */
function createSlowWorld(tokensIn: 'cookie' | 'store' = 'cookie') {
  const held: (() => void)[] = []
  const world = createWorld(
    {
      tokensIn,
      async fetch(input, init) {
        const response = await world.emulator.fetch(input, init)
        if (init.signal) signals.push(init.signal)
        await new Promise<void>((resolve) => held.push(resolve))
        return response
      },
    },
    { tako: { reuse: 'strict', rateLimit: false } },
  )
  const relays = [world.relay, createRelay(world.relayOptions)]
  return {
    ...world,
    held,
    /** The page at another replica, with a shared copy of its cookies. */
    at: (replica: number, page: TestBrowser) =>
      createBrowser({
        jar: page.jar,
        send: (request) => (relays[replica % 2] as (typeof relays)[0]).fetch(request),
      }),
  }
}

describe.each(['cookie', 'store'] as const)('tokens in the %s', (tokensIn) => {
  test.each([12, 45, 90])(
    'behavior: a strict provider answers after %i s: 20 of 20 stay signed in, one request each, two replicas',
    async (afterS) => {
      const world = createSlowWorld(tokensIn)
      const pages = await Promise.all(
        Array.from({ length: 20 }, async () => {
          const page = world.browser()
          await world.start(page, 'tako')
          return { page, handle: (await readToken(await token(page))).handle }
        }),
      )
      let passedMs = 0
      const results = pages.map(() => '')
      for (let round = 0; results.includes(''); round++) {
        const asking = pages.map(({ page, handle }, index) =>
          results[index] ? undefined : token(world.at(index + round, page), handle),
        )
        if (round === 0) await until(() => world.held.length === 20)
        // The relay answers within nine seconds; the page comes back a second later.
        const stepMs = Math.min(9_000, Math.max(0, afterS * 1_000 - passedMs))
        // All of them wait: for the response, or for the replica that waits for it.
        await until(() => world.time.pending() >= (stepMs > 0 ? 40 : 20))
        world.time.advance(stepMs)
        passedMs += stepMs
        if (passedMs >= afterS * 1_000) for (const answer of world.held.splice(0)) answer()
        for (const [index, answering] of asking.entries()) {
          const answer = await answering
          if (!answer) continue
          if (answer.status === 200) results[index] = (await readToken(answer)).handle
          else {
            expect(await readProblem(answer)).toMatchObject({
              status: 503,
              code: 'provider/unavailable',
              retryAfterMs: 1_000,
            })
            expect(answer.headers.getSetCookie()).toEqual([])
          }
        }
        world.time.advance(1_000)
        passedMs += 1_000
      }
      expect(results).toEqual(pages.map(({ handle }) => handle.replace(/1$/, '2')))
      expect(world.controls.tako.counters()).toMatchObject({
        requests: 20,
        rotations: 20,
        reuses: 0,
      })
      expect(signals.filter(({ aborted }) => aborted)).toEqual([])
      // A caller that does not ask for a newer token still gets the old one, and the newer works.
      for (const { page } of pages) await readToken(await token(page))
    },
  )
})

test('behavior: given up after two minutes: presented again after a wait, not at once', async () => {
  const world = createSlowWorld()
  const page = world.browser()
  await world.start(page, 'tako')
  const { handle } = await readToken(await token(page))
  const asking = token(page, handle)
  await until(() => world.held.length === 1)
  world.time.advance(9_000)
  expect((await asking).status).toBe(503)
  world.time.advance(111_000)
  await until(() => world.metrics.some(({ type }) => type === 'upstream'))
  expect(signals.at(-1)?.aborted).toBe(true)
  const again = await token(page, handle)
  expect(again.status).toBe(503)
  expect((await readProblem(again)).retryAfterMs).toBeGreaterThan(0)
  expect(world.controls.tako.counters().requests).toBe(1)
})

test('behavior: while the provider takes its time, the token that is still good is given', async () => {
  const world = createSlowWorld()
  const page = world.browser()
  const { accessToken } = await world.start(page, 'tako')
  world.time.advance(3_590_000)
  const asking = token(page)
  await until(() => world.held.length === 1)
  world.time.advance(9_000)
  expect((await readToken(await asking)).accessToken).toBe(accessToken)
})
