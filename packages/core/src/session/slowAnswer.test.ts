import { describe, expect, test } from 'vitest'
import { authFetch } from '../actions/authFetch.ts'
import { cancelSignIn } from '../actions/cancelSignIn.ts'
import { getAuthToken } from '../actions/getAuthToken.ts'
import { refreshSession } from '../actions/refreshSession.ts'
import { signIn } from '../actions/signIn.ts'
import { createTestPlatform } from '../testing/createTestPlatform.ts'
import type { TokenOutcome } from '../types/TokenOutcome.ts'
import type { ProviderContext } from '../types/TokenProvider.ts'
import { hourMs, later, outcomes, startScripted } from './testing/startScripted.ts'
import { startTabs } from './testing/startTabs.ts'

const late = { code: 'network/timeout' }
const signer = {
  address: '0x4DD3DB5d0B9aAf0B0a2fBD37a489d2f0e3F234A9',
  signMessage: async () => `0x${'11'.repeat(65)}` as const,
} as const
const tokens = { accessToken: 'a', refreshToken: 'r', lifetimeMs: hourMs }

describe('a refresh whose answer is slow', () => {
  test.each([12, 45, 90, 119])('default: %i s, callers hear after 10', async (seconds) => {
    const { auth, start, presented, platform, answers } = startScripted()
    await start()
    const answer = later<undefined>()
    answers.push(answer.promise)
    platform.stepClock(2 * hourMs)
    const calls = [
      getAuthToken(auth),
      refreshSession(auth),
      authFetch(auth, 'https://api.example/call'),
    ].map((call) => expect(call).rejects.toMatchObject(late))
    await platform.advance(9_999)
    expect(auth.getSnapshot()).toMatchObject({ refreshStatus: 'refreshing', error: undefined })
    await platform.advance(1)
    await Promise.all(calls)
    expect(auth.getSnapshot()).toMatchObject({ refreshStatus: 'refreshing', error: late })
    await platform.advance(seconds * 1_000 - 10_000)
    answer.resolve(undefined)
    await platform.advance(0)
    expect(presented).toEqual(['refresh-0'])
    expect(auth.getSnapshot()).toMatchObject({
      status: 'signedIn',
      refreshStatus: 'idle',
      error: undefined,
      token: 'access-1',
    })
  })

  test('behavior: it is of a session that was replaced: the new one is refreshed all the same', async () => {
    const minute = 60_000
    const { auth, start, presented, platform, answers } = startScripted({ lifetimeMs: minute })
    await start()
    const answer = later<TokenOutcome>()
    answers.push(answer.promise)
    await platform.advance(minute)
    expect(presented).toEqual(['refresh-0'])
    await start()
    await platform.advance(minute - 5_000)
    expect(presented).toEqual(['refresh-0'])
    answer.resolve(outcomes.lost)
    await platform.advance(0)
    expect(presented).toEqual(['refresh-0', 'refresh-0'])
    expect(auth.getSnapshot()).toMatchObject({ status: 'signedIn', token: 'access-1' })
  })

  test('behavior: who asks meanwhile waits for the same request', async () => {
    const { auth, start, presented, platform, answers } = startScripted()
    await start()
    const answer = later<undefined>()
    answers.push(answer.promise)
    platform.stepClock(2 * hourMs)
    const first = expect(getAuthToken(auth)).rejects.toMatchObject(late)
    await platform.advance(40_000)
    await first
    const second = getAuthToken(auth)
    await platform.advance(5_000)
    answer.resolve(undefined)
    expect(await second).toBe('access-1')
    expect(presented).toEqual(['refresh-0'])
  })

  test('behavior: a refused call does not read as the end of the session', async () => {
    const { auth, start, platform, answers } = startScripted({
      serve: ({ headers }) =>
        new Response('{}', {
          status: headers.get('authorization') === 'Bearer access-0' ? 401 : 200,
        }),
    })
    await start()
    const answer = later<undefined>()
    answers.push(answer.promise)
    const call = expect(authFetch(auth, 'https://api.example/call')).rejects.toMatchObject(late)
    await platform.advance(10_000)
    await call
    answer.resolve(undefined)
    await platform.advance(0)
    expect((await authFetch(auth, 'https://api.example/call')).status).toBe(200)
  })

  test('behavior: a token that is still good is given meanwhile', async () => {
    const { auth, start, platform, answers } = startScripted()
    await start()
    answers.push(later<undefined>().promise)
    platform.stepClock(hourMs - 20_000)
    const call = getAuthToken(auth)
    await platform.advance(10_000)
    expect(await call).toBe('access-0')
  })

  test('behavior: given up after two minutes, then one replay', async () => {
    const { auth, start, presented, platform, answers } = startScripted()
    await start()
    answers.push(later<undefined>().promise)
    platform.stepClock(2 * hourMs)
    const call = expect(getAuthToken(auth)).rejects.toMatchObject(late)
    await platform.advance(119_999)
    await call
    expect(presented).toEqual(['refresh-0'])
    await platform.advance(1)
    expect(presented).toEqual(['refresh-0', 'refresh-0'])
    expect(auth.getSnapshot().token).toBe('access-1')
  })

  test('parameters: timing.requestTimeoutMs, timing.maxRequestMs', async () => {
    const timing = { requestTimeoutMs: 500, maxRequestMs: 2_000 }
    const { auth, start, presented, platform, answers } = startScripted({ timing })
    await start()
    answers.push(later<undefined>().promise)
    platform.stepClock(2 * hourMs)
    const call = expect(getAuthToken(auth)).rejects.toMatchObject(late)
    await platform.advance(500)
    await call
    expect(presented).toHaveLength(1)
    await platform.advance(1_500)
    expect(presented).toHaveLength(2)
  })

  test('behavior: what carries the request is not told to stop', async () => {
    const signals: AbortSignal[] = []
    const platform = createTestPlatform({
      fetch: (_, init) => {
        signals.push(init?.signal as AbortSignal)
        // Not counted as in flight: the test's clock continues.
        return Promise.resolve(new Response(new ReadableStream()))
      },
    })
    const refresh = async (context: ProviderContext): Promise<TokenOutcome> => {
      await (await context.fetch('https://api.example/refresh')).text()
      return { type: 'ok', tokens }
    }
    const { auth, start } = startScripted({ platform, provider: { refresh } })
    await start()
    platform.stepClock(2 * hourMs)
    const call = expect(getAuthToken(auth)).rejects.toMatchObject(late)
    await platform.advance(119_999)
    await call
    expect(signals.map(({ aborted }) => aborted)).toEqual([false])
    await platform.advance(1)
    expect(signals[0]?.aborted).toBe(true)
  })

  test('behavior: other tabs wait as long as the record says', async () => {
    const { tabs, settle } = startTabs(2)
    const [one, other] = tabs
    await one.start()
    await settle()
    one.answers.push(later<undefined>().promise)
    for (const { platform } of tabs) platform.stepClock(2 * hourMs)
    const call = expect(getAuthToken(one.auth)).rejects.toMatchObject(late)
    await one.platform.advance(10_000)
    await call
    const elsewhere = expect(getAuthToken(other.auth)).rejects.toMatchObject(late)
    await other.platform.advance(100_000)
    await elsewhere
    expect(other.presented).toEqual([])
  })
})

describe('a page that stood still', () => {
  test('behavior: an answer that has arrived wins over the timer', async () => {
    const answer = later<undefined>()
    const { auth, start, presented, platform, answers } = startScripted()
    await start()
    answers.push(answer.promise)
    platform.stepClock(2 * hourMs)
    const call = getAuthToken(auth)
    await platform.advance(0)
    await platform.freeze(130_000)
    answer.resolve(undefined)
    await platform.advance(1_000)
    expect(await call).toBe('access-1')
    expect(presented).toEqual(['refresh-0'])
  })
})

describe('an exchange whose answer is slow', () => {
  function setUp() {
    const answer = later<TokenOutcome>()
    const sent: string[] = []
    const scripted = startScripted({
      provider: {
        createMessage: () => 'hello',
        exchange: async (_, { message }) => {
          sent.push(message)
          return answer.promise
        },
      },
    })
    return { ...scripted, answer, sent }
  }

  test('default: sent once, said to be slow, and counts when it comes', async () => {
    const { auth, platform, answer, sent } = setUp()
    const done = signIn(auth, { signer })
    await platform.advance(9_999)
    expect(auth.getSnapshot()).toMatchObject({ step: 'exchanging', error: undefined })
    await platform.advance(1)
    expect(auth.getSnapshot()).toMatchObject({ step: 'exchanging', error: late })
    await platform.advance(80_000)
    answer.resolve({ type: 'ok', tokens })
    expect((await done).status).toBe('signedIn')
    expect(auth.getSnapshot().error).toBeUndefined()
    expect(sent).toEqual(['hello'])
  })

  test('behavior: what comes after a cancel is dropped and revoked', async () => {
    const { auth, platform, answer, sent, revoked } = setUp()
    const done = expect(signIn(auth, { signer })).rejects.toMatchObject({
      code: 'sign-in/cancelled',
    })
    await platform.advance(20_000)
    cancelSignIn(auth)
    await done
    answer.resolve({ type: 'ok', tokens })
    await platform.advance(0)
    expect(auth.getSnapshot()).toMatchObject({ status: 'signedOut', token: undefined })
    expect(revoked).toEqual(['r'])
    expect(sent).toHaveLength(1)
  })
})
