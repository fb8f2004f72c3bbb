import { describe, expect, test, vi } from 'vitest'
import { failed } from '../providers/failed.ts'
import { requestJson } from '../providers/requestJson.ts'
import type { TokenOutcome } from '../types/TokenOutcome.ts'
import type { SignedMessage } from '../types/TokenProvider.ts'
import { createTestPlatform } from '../testing/createTestPlatform.ts'
import { noCookieCode } from '../providers/relayed/noCookieCode.ts'
import type { Locks } from '../types/Platform.ts'
import { memoryStorage } from '../storage/memoryStorage.ts'
import { createLocks } from '../testing/createLocks.ts'
import { exchangeSigned } from './exchangeSigned.ts'
import { lockNameOf } from './lockNameOf.ts'
import { later, outcomes, startScripted } from './testing/startScripted.ts'

const address = '0x4DD3DB5d0B9aAf0B0a2fBD37a489d2f0e3F234A9'
const plain: SignedMessage = { address, message: 'hello', signature: `0x${'11'.repeat(65)}` }
const tokens = { accessToken: 'a', refreshToken: 'r', lifetimeMs: 60_000 }

const setUp = (...answers: TokenOutcome[]) => setUpWith(startScripted(), answers)

/** A backend whose session is a cookie, in a browser with these locks. */
function setUpCookie(locks: Locks) {
  const platform = createTestPlatform({ locks })
  const scripted = startScripted({ platform, provider: { session: 'cookie', relayed: true } })
  const { engine, session } = scripted
  const budget = () => sentAtOf(scripted)
  return { ...setUpWith(scripted), budget, lockName: lockNameOf(engine, session()) }
}

/** When the requests that count were sent. */
async function sentAtOf({ engine }: Pick<ReturnType<typeof startScripted>, 'engine'>) {
  let sentAt: number[] = []
  await (await engine.store()).updateBudget('api', (row) => {
    sentAt = row.sentAt
    return row
  })
  return sentAt
}

function setUpWith(
  { engine, session, provider, platform, auth }: ReturnType<typeof startScripted>,
  answers: TokenOutcome[] = [],
) {
  const exchange = vi.fn(async () => answers.shift() ?? ({ type: 'ok', tokens } as const))
  const controller = new AbortController()
  session().dispatch({ type: 'signInStarted' })
  const run = async (isSmart = false, signal = controller.signal) => {
    await engine.parts()
    return exchangeSigned(engine, {
      session: session(),
      provider,
      exchange,
      signed: plain,
      isSmartAccount: async () => isSmart,
      signal,
    })
  }
  return { run, exchange, platform, auth, controller }
}

describe('exchangeSigned', () => {
  test('default', async () => {
    const { run, exchange, platform } = setUp()
    expect(await run()).toEqual({
      tokens,
      requestedAt: platform.now(),
      monotonicAt: platform.monotonic(),
    })
    expect(exchange).toHaveBeenCalledTimes(1)
  })

  test('behavior: tries again what is transient, and says when', async () => {
    const { run, exchange, platform, auth } = setUp(outcomes.lost, outcomes.busy)
    const done = run()
    await platform.advance(0)
    expect(auth.getSnapshot()).toMatchObject({ error: { code: 'network/failed' } })
    expect(auth.getSnapshot().nextRefreshAt).toBe(platform.now() + 1_500)
    await platform.advance(1_499)
    expect(exchange).toHaveBeenCalledTimes(1)
    await platform.advance(1)
    expect(exchange).toHaveBeenCalledTimes(2)
    await platform.advance(10_000)
    expect((await done).tokens).toBe(tokens)
  })

  test.each([
    ['as long as it is asked to', outcomes.throttled, 90_000],
    [
      'for the period of the budget where none is named',
      failed('throttled', 'provider/throttled', ''),
      60_000,
    ],
  ])('behavior: after a 429 it waits %s', async (_, outcome, waitMs) => {
    const { run, exchange, platform } = setUp(outcome)
    const done = run()
    await platform.advance(waitMs - 1)
    expect(exchange).toHaveBeenCalledTimes(1)
    await platform.advance(1)
    await done
    expect(exchange).toHaveBeenCalledTimes(2)
  })

  test('behavior: a 429 to a sign-in that was cancelled is a pause for the next', async () => {
    const late = later<TokenOutcome>()
    const first = setUp()
    first.exchange.mockReturnValueOnce(late.promise as never)
    const cancelled = expect(first.run()).rejects.toMatchObject({ code: 'request/aborted' })
    await first.platform.advance(0)
    first.controller.abort()
    await cancelled
    late.resolve(outcomes.throttled)
    await first.platform.advance(0)
    const next = first.run(false, new AbortController().signal)
    await first.platform.advance(89_999)
    expect(first.exchange).toHaveBeenCalledTimes(1)
    await first.platform.advance(1)
    expect((await next).tokens).toBe(tokens)
  })

  test('behavior: a sign-in that waits for its turn counts from when it is sent', async () => {
    const locks = createLocks()
    const { run, exchange, platform, budget, lockName } = setUpCookie(locks)
    const before = later<void>()
    const others = locks.run(lockName, 0, () => before.promise)
    const done = run()
    await platform.advance(9_000)
    expect(exchange).not.toHaveBeenCalled()
    before.resolve()
    await Promise.all([others, done])
    expect(await budget()).toEqual([platform.now()])
  })

  test.each([
    ['takes its request anew', 60_000, 2],
    ['for a moment sends what it took', 1_000, 1],
  ])('behavior: a page that was frozen before it sent %s', async (_, frozenMs, taken) => {
    const kept = await memoryStorage().open({ namespace: 'default', warn() {} })
    const frozen = later<void>()
    const { updateBudget } = kept
    kept.updateBudget = async (...given) => {
      kept.updateBudget = updateBudget
      await updateBudget(...given)
      await frozen.promise
    }
    const scripted = startScripted({ storage: { name: 'kept', open: async () => kept } })
    const { run, platform } = setUpWith(scripted)
    const done = run()
    await platform.advance(frozenMs)
    frozen.resolve()
    await done
    const sentAt = await sentAtOf(scripted)
    expect(sentAt).toHaveLength(taken)
    if (taken > 1) expect(sentAt.at(-1)).toBe(platform.now())
  })

  test('behavior: gives up when its patience ends', async () => {
    const { run, exchange, platform } = setUp(...Array<TokenOutcome>(50).fill(outcomes.busy))
    const done = expect(run()).rejects.toMatchObject({ code: 'provider/unavailable' })
    await platform.advance(400_000)
    await done
    const calls = exchange.mock.calls.length
    await platform.advance(400_000)
    expect(exchange).toHaveBeenCalledTimes(calls)
  })

  test('behavior: a wait longer than its patience is an error at once', async () => {
    const wait = failed('throttled', 'provider/throttled', '', { retryAfterMs: 900_000 })
    await expect(setUp(wait).run()).rejects.toMatchObject({ retryAfterMs: 900_000 })
  })

  test('behavior: what cannot be read is tried once more only', async () => {
    const { run, exchange, platform } = setUp(outcomes.unreadable, outcomes.unreadable)
    const done = expect(run()).rejects.toMatchObject({ code: 'provider/unreadable' })
    await platform.advance(60_000)
    await done
    expect(exchange).toHaveBeenCalledTimes(2)
  })

  test.each([
    [500, 4, false],
    [502, 6, true],
    [503, 6, true],
    [504, 6, true],
  ])(
    'behavior: a server that answers HTTP %i was asked %i times after a minute',
    async (status, count, goesOn) => {
      const { engine, session, provider, platform, requests } = startScripted({
        serve: () => new Response('Internal Server Error', { status }),
      })
      await engine.parts()
      session().dispatch({ type: 'signInStarted' })
      let error: unknown
      const exchanging = exchangeSigned(engine, {
        session: session(),
        provider,
        exchange: (context) =>
          requestJson(context, { url: 'https://api.example/sign-in' }) as Promise<TokenOutcome>,
        signed: plain,
        isSmartAccount: async () => false,
        signal: new AbortController().signal,
      }).catch((cause: unknown) => {
        error = cause
      })
      await platform.advance(60_000)
      expect(requests).toHaveLength(count)
      if (goesOn) return expect(error).toBeUndefined()
      await exchanging
      expect(error).toMatchObject({ code: 'provider/unavailable' })
    },
  )

  test('behavior: a refusal is final', async () => {
    const { run, exchange } = setUp(outcomes.refused)
    await expect(run()).rejects.toMatchObject({ code: 'provider/refused' })
    expect(exchange).toHaveBeenCalledTimes(1)
  })

  test('behavior: explains a smart account’s refusal', async () => {
    const refused = failed('terminal', 'provider/signature-refused', 'No.', { providerCode: 3001 })
    await expect(setUp(refused).run(true)).rejects.toMatchObject({
      code: 'provider/contract-signature',
      providerCode: 3001,
      cause: refused.error,
    })
    await expect(setUp(refused).run()).rejects.toBe(refused.error)
  })

  test('behavior: tokens for another account are thrown away', async () => {
    const strange: TokenOutcome = { type: 'ok', tokens: { ...tokens, subject: '0xother' } }
    await expect(setUp(strange).run()).rejects.toMatchObject({ code: 'provider/wrong-subject' })
  })

  test('parameters: signal', async () => {
    const { run, exchange, platform, controller } = setUp(outcomes.busy)
    const done = expect(run()).rejects.toMatchObject({ code: 'request/aborted' })
    await platform.advance(0)
    controller.abort()
    await done
    await platform.advance(60_000)
    expect(exchange).toHaveBeenCalledTimes(1)
  })
})

describe('behind a relay, whose cookie the browser may drop', () => {
  const nobody = (providerCode: string) =>
    failed('terminal', 'session/signed-out', 'Nobody is signed in here.', { providerCode })
  const still = { type: 'ok', tokens } as const

  /** What becomes of an exchange in a frame or not, where the relay then says this of the cookie. */
  async function exchangeIn(
    isFramed: boolean,
    answer: TokenOutcome | Promise<TokenOutcome>,
    relayed = true,
  ) {
    const platform = createTestPlatform({ isFramed: () => isFramed })
    const refresh = vi.fn(async () => answer)
    const { engine, session, provider } = startScripted({
      platform,
      provider: { relayed, refresh },
    })
    session().dispatch({ type: 'signInStarted' })
    await engine.parts()
    // Whether there was a session before is asked at the start.
    await platform.advance(0)
    refresh.mockClear()
    const exchanging = exchangeSigned(engine, {
      session: session(),
      provider,
      exchange: async () => still,
      signed: plain,
      isSmartAccount: async () => false,
      signal: new AbortController().signal,
    })
    const outcome = exchanging.then(
      () => 'signed in',
      (error: unknown) => error,
    )
    await platform.advance(3_000)
    return { outcome: await outcome, refresh }
  }

  test('behavior: dropped in a frame: an error at once', async () => {
    const { outcome } = await exchangeIn(true, nobody(noCookieCode))
    expect(outcome).toMatchObject({
      code: 'config/invalid',
      message: expect.stringContaining('partitionedCookies'),
    })
  })

  test.each([
    ['kept', still],
    ['a relay that cannot say', outcomes.busy],
    ['a relay of a version that does not say', nobody('session/signed-out')],
    ['a relay that is silent', later<TokenOutcome>().promise],
  ])('behavior: %s: signed in', async (_, answer) => {
    const { outcome, refresh } = await exchangeIn(true, answer)
    expect(outcome).toBe('signed in')
    expect(refresh).toHaveBeenCalledTimes(1)
  })

  test.each([
    ['no frame', false, true],
    ['no relay', true, false],
  ])('behavior: %s: nothing more is asked', async (_, isFramed, isRelayed) => {
    const { outcome, refresh } = await exchangeIn(isFramed, nobody(noCookieCode), isRelayed)
    expect(outcome).toBe('signed in')
    expect(refresh).not.toHaveBeenCalled()
  })
})
