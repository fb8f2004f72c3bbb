import { describe, expect, test } from 'vitest'
import { getAuthToken } from '../actions/getAuthToken.ts'
import { signOut } from '../actions/signOut.ts'
import { hourMs, later, outcomes, startScripted } from './testing/startScripted.ts'

describe('freshToken', () => {
  test('default', async () => {
    const { auth, start, presented } = startScripted()
    await start()
    expect(await getAuthToken(auth)).toBe('access-0')
    expect(presented).toEqual([])
  })

  test('behavior: waits until it is known whether somebody is signed in', async () => {
    const { auth } = startScripted()
    expect(auth.getSnapshot().status).toBe('restoring')
    await expect(getAuthToken(auth)).rejects.toMatchObject({ code: 'session/signed-out' })
  })

  test('behavior: between soft and hard, the current one and a refresh in the background', async () => {
    const { auth, start, presented, platform, answers } = startScripted()
    await start()
    const answer = later<undefined>()
    answers.push(answer.promise)
    platform.stepClock(0.9 * hourMs)
    expect(await getAuthToken(auth)).toBe('access-0')
    await platform.advance(0)
    expect(presented).toEqual(['refresh-0'])
    answer.resolve(undefined)
    await platform.advance(0)
    expect(await getAuthToken(auth)).toBe('access-1')
  })

  test('behavior: after hard, waits for the refresh, once for all', async () => {
    const { auth, start, presented, platform } = startScripted()
    await start()
    platform.stepClock(10 * hourMs)
    const tokens = await Promise.all(Array.from({ length: 20 }, () => getAuthToken(auth)))
    expect(new Set(tokens)).toEqual(new Set(['access-1']))
    expect(presented).toEqual(['refresh-0'])
  })

  test('behavior: a token that is still good is used while the refresh has to wait', async () => {
    const { auth, start, platform, answers } = startScripted()
    await start()
    answers.push(outcomes.throttled)
    platform.stepClock(hourMs - 10_000)
    expect(await getAuthToken(auth)).toBe('access-0')
  })

  test('behavior: an expired one is not; the error says why', async () => {
    const { auth, start, platform, answers } = startScripted()
    await start()
    answers.push(outcomes.throttled)
    platform.stepClock(2 * hourMs)
    await expect(getAuthToken(auth)).rejects.toMatchObject({
      code: 'provider/throttled',
      retryAfterMs: 90_000,
    })
    expect(auth.getSnapshot().status).toBe('signedIn')
  })

  test('behavior: says how the session ended', async () => {
    const { auth, start, platform, answers } = startScripted()
    await start()
    answers.push(outcomes.refused, outcomes.refused)
    platform.stepClock(2 * hourMs)
    const asked = expect(getAuthToken(auth)).rejects.toMatchObject({
      code: 'session/refresh-refused',
    })
    await platform.advance(10_000)
    await asked
  })

  test('behavior: signed out while it waits', async () => {
    const { auth, start, platform, answers } = startScripted()
    await start()
    const answer = later<undefined>()
    answers.push(answer.promise)
    platform.stepClock(2 * hourMs)
    const asked = expect(getAuthToken(auth)).rejects.toMatchObject({ code: 'session/signed-out' })
    await platform.advance(0)
    const done = signOut(auth)
    await platform.advance(0)
    answer.resolve(undefined)
    await asked
    await done
  })

  test('parameters: minValidityMs', async () => {
    const { auth, start, presented, platform } = startScripted()
    await start()
    await platform.advance(0.5 * hourMs)
    expect(await getAuthToken(auth, { minValidityMs: 0.4 * hourMs })).toBe('access-0')
    expect(await getAuthToken(auth, { minValidityMs: 0.6 * hourMs })).toBe('access-1')
    expect(presented).toEqual(['refresh-0'])
  })

  test('parameters: minValidityMs, more than any token has', async () => {
    const { auth, start, presented } = startScripted()
    await start()
    for (let call = 0; call < 5; call++) await getAuthToken(auth, { minValidityMs: 100 * hourMs })
    expect(presented).toEqual([])
  })

  test('parameters: signal', async () => {
    const { auth, start, platform, answers, presented } = startScripted()
    await start()
    const answer = later<undefined>()
    answers.push(answer.promise)
    platform.stepClock(2 * hourMs)
    const caller = new AbortController()
    const asked = expect(getAuthToken(auth, { signal: caller.signal })).rejects.toMatchObject({
      code: 'request/aborted',
    })
    await platform.advance(0)
    caller.abort()
    await asked
    // The request continues, for the next caller.
    answer.resolve(undefined)
    expect(await getAuthToken(auth)).toBe('access-1')
    expect(presented).toEqual(['refresh-0'])
  })

  test('behavior: disposed meanwhile', async () => {
    const { auth, start, platform, answers } = startScripted()
    await start()
    answers.push(outcomes.busy)
    platform.stepClock(2 * hourMs)
    const asked = expect(getAuthToken(auth)).rejects.toMatchObject({ name: 'TakoKitError' })
    auth.dispose()
    await platform.advance(hourMs)
    await asked
    const before = platform.wakeUps()
    await platform.advance(100 * hourMs)
    expect(platform.wakeUps()).toBe(before)
  })
})
