import { createTakoMessage } from '@takokit/core'
import { describe, expect, test } from 'vitest'
import { createRelay } from '../createRelay.ts'
import { createBrowser } from '../testing/createBrowser.ts'
import { account, createWorld, readProblem, readToken } from '../testing/createWorld.ts'
import { until } from '../testing/until.ts'

async function setup() {
  const held: (() => void)[] = []
  const world = createWorld({
    async fetch(input, init) {
      const response = await world.emulator.fetch(input, init)
      if (input.endsWith('/v2/token')) await new Promise<void>((resolve) => held.push(resolve))
      return response
    },
  })
  const relays = [world.relay, createRelay(world.relayOptions)]
  const jar = new Map<string, string>()
  const { address, signMessage } = account()
  const message = createTakoMessage({ address, issuedAt: new Date(world.time.now()) })
  const signed = { address, message, signature: await signMessage({ message }) }
  let turn = 0
  /** The page asks another replica each time. */
  const signIn = (body: typeof signed = signed, from = jar) => {
    const relay = relays[turn++ % 2] ?? world.relay
    const page = createBrowser({ jar: from, send: (request) => relay.fetch(request) })
    return page.post('/auth/tako/sign-in', body)
  }
  const page = createBrowser({ jar, send: (request) => world.relay.fetch(request) })
  /** Signs in, is told to come back, and then the provider answers. */
  async function askInVain(): Promise<void> {
    const asking = signIn()
    await until(() => held.length === 1)
    world.time.advance(9_000)
    expect((await asking).status).toBe(503)
    for (const answerNow of held.splice(0)) answerNow()
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate)
  }
  return { ...world, held, signed, signIn, askInVain, page }
}

describe('a provider that answers a sign-in late', () => {
  test.each([12, 45, 90])(
    'behavior: after %i s: one exchange, and the page that comes back has the session',
    async (afterS) => {
      const { time, held, signIn, controls, page } = await setup()
      let passedMs = 0
      let result: Response | undefined
      for (let round = 0; round < 200 && !result; round++) {
        const asking = signIn()
        if (round === 0) {
          await until(() => held.length === 1)
          time.advance(9_000)
          passedMs += 9_000
        }
        const answer = await asking
        if (answer.status === 200) result = answer
        else {
          expect(answer.status).toBe(503)
          expect((await readProblem(answer)).retryAfterMs).toBe(1_000)
          time.advance(1_000)
          passedMs += 1_000
        }
        if (passedMs >= afterS * 1_000) for (const answerNow of held.splice(0)) answerNow()
      }
      const first = await readToken(result as Response)
      expect(controls.tako.counters().signIns).toBe(1)
      const { handle } = await readToken(await page.post('/auth/tako/token'))
      expect(handle).toBe(first.handle)
      // Once: a copy of the signature finds no session to begin.
      expect((await signIn()).status).toBe(403)
    },
  )

  test('behavior: what it began is given for the very signature, and not for who knows the message', async () => {
    const { askInVain, signed, signIn, page } = await setup()
    await askInVain()
    // A contract's signature, which only the provider can verify.
    const forged = { ...signed, signature: `0x${'ab'.repeat(130)}` } as const
    const thief = new Map<string, string>()
    for (let index = 0; index < 2; index++) {
      const answer = await signIn(forged, thief)
      expect([answer.status, (await readProblem(answer)).code]).toEqual([
        403,
        'provider/message-expired',
      ])
    }
    expect(thief.size).toBe(0)
    expect((await signIn()).status).toBe(200)
    expect((await page.post('/auth/tako/token')).status).toBe(200)
  })

  test('behavior: refused late: the next request with it is told so by the provider again', async () => {
    const { askInVain, held, signIn, controls } = await setup()
    controls.tako.failNext({ type: 'error', code: 1101 }, { times: 2 })
    await askInVain()
    const again = signIn()
    await until(() => held.length === 1)
    for (const answerNow of held.splice(0)) answerNow()
    expect((await again).status).toBeGreaterThanOrEqual(400)
  })
})
