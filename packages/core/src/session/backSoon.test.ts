import { describe, expect, test } from 'vitest'
import { authFetch } from '../actions/authFetch.ts'
import { getAuthToken } from '../actions/getAuthToken.ts'
import { startSession } from '../actions/startSession.ts'
import { createAuthClient } from '../createAuthClient.ts'
import { failed } from '../providers/failed.ts'
import { createTestPlatform } from '../testing/createTestPlatform.ts'
import type { AuthStorage } from '../types/SessionStore.ts'
import type { TokenOutcome } from '../types/TokenOutcome.ts'
import { keptStorage } from './testing/keptStorage.ts'
import { hourMs, outcomes, startScripted } from './testing/startScripted.ts'

/** An expired token, and a provider that has failed since. */
async function startOutage(
  outcome: TokenOutcome = outcomes.busy,
  { isVisible = true, ...parameters }: { isVisible?: boolean; storage?: AuthStorage } = {},
) {
  const scripted = startScripted(parameters)
  const { platform, start, answers, presented } = scripted
  await start()
  platform.setVisible(isVisible)
  answers.push(...Array<TokenOutcome>(10_000).fill(outcome))
  await platform.advance(2 * hourMs)
  const sentBefore = presented.length
  return {
    ...scripted,
    sent: () => presented.length - sentBefore,
    recover: () => void (answers.length = 0),
  }
}

describe('after an outage', () => {
  test.each([
    ['busy', outcomes.busy],
    ['lost', outcomes.lost],
    ['unreadable', outcomes.unreadable],
    // As a relay says, which asks the provider for all.
    ['busy for 3 s', failed('transient', 'provider/unavailable', 'x', { retryAfterMs: 3_000 })],
  ] as const)('default: a token within 10 s for who asked, %s', async (_, outcome) => {
    const { auth, platform, recover } = await startOutage(outcome)
    await platform.advance(hourMs)
    const call = expect(getAuthToken(auth)).rejects.toMatchObject({ code: outcome.error.code })
    await platform.advance(10_000)
    await call
    await platform.advance(60_000)
    recover()
    await platform.advance(10_000)
    expect(auth.getSnapshot().token).toBe('access-1')
  })

  test.each([2, 5])('behavior: %i accounts: each within 10 s, and no storm', async (count) => {
    const { auth, platform, answers, presented } = startScripted({
      provider: { budget: { requests: 60, perMs: 60_000 } },
    })
    const accounts = Array.from({ length: count }, (_, index) => `account-${index}`)
    for (const account of accounts)
      await startSession(auth, {
        provider: 'api',
        account,
        tokens: { accessToken: `${account}-a`, refreshToken: `${account}-r`, expiresInMs: hourMs },
      })
    answers.push(...Array<TokenOutcome>(10_000).fill(outcomes.busy))
    await platform.advance(2 * hourMs)
    const sentBefore = presented.length
    const askAll = () => accounts.map((account) => getAuthToken(auth, { account }))
    for (let second = 0; second < 60; second += 5) {
      for (const asking of askAll()) asking.catch(() => {})
      await platform.advance(5_000)
    }
    expect(presented.length - sentBefore).toBeLessThanOrEqual(60 / 5)
    answers.length = 0
    const backBefore = presented.length
    const asking = Promise.allSettled(askAll())
    await platform.advance(10_000)
    expect((await asking).map(({ status }) => status)).toEqual(accounts.map(() => 'fulfilled'))
    expect(presented.length - backBefore).toBe(count)
  })

  test.each([
    ['in this page, visible', 20, true, false, 10],
    ['in this page, visible', 50, true, false, 10],
    ['in a page that is opened then, visible', 20, true, true, 10],
    ['in a page that is opened then, visible', 50, true, true, 10],
    ['in a page that is opened then, visible', 180, true, true, 10],
    ['in this page, hidden', 20, false, false, 300],
    ['in a page that is opened then, hidden', 20, false, true, 300],
    ['in a page that is opened then, hidden', 50, false, true, 300],
  ])(
    'behavior: %s, the clock set back by %i minutes: no wait is longer for it',
    async (_, minutes, isVisible, isOpenedThen, seconds) => {
      const storage = keptStorage()
      const outage = await startOutage(outcomes.busy, { isVisible, storage })
      const { auth, platform, provider, recover, sent } = outage
      platform.stepClock(-minutes * 60_000)
      recover()
      const before = sent()
      const client = isOpenedThen
        ? createAuthClient({ providers: [provider], storage, platform })
        : auth
      getAuthToken(client).catch(() => {})
      await platform.advance(seconds * 1_000)
      expect(client.getSnapshot().token).toBe('access-1')
      expect(sent() - before).toBe(1)
    },
  )

  test('behavior: a wait that the provider asked for is no shorter where the clock is set back', async () => {
    const storage = keptStorage()
    const busy = failed('transient', 'provider/unavailable', 'Busy.', { retryAfterMs: 600_000 })
    const { platform, provider, sent } = await startOutage(busy, { storage })
    platform.stepClock(-30 * 60_000)
    const client = createAuthClient({ providers: [provider], storage, platform })
    const before = sent()
    getAuthToken(client).catch(() => {})
    await platform.advance(590_000)
    expect(sent() - before).toBeLessThanOrEqual(1)
    await platform.advance(20_000)
    expect(sent() - before).toBeGreaterThanOrEqual(1)
  })

  test('behavior: a call of a user joins the next probe, and has its token', async () => {
    const { auth, platform, recover, sent } = await startOutage()
    const first = expect(getAuthToken(auth)).rejects.toMatchObject({ code: 'provider/unavailable' })
    await platform.advance(10_000)
    await first
    recover()
    const before = sent()
    const calls = [getAuthToken(auth), getAuthToken(auth)]
    const response = authFetch(auth, 'https://api.example/call')
    await platform.advance(6_000)
    expect(await Promise.all(calls)).toEqual(['access-1', 'access-1'])
    expect((await response).status).toBe(200)
    expect(sent()).toBe(before + 1)
  })

  test('behavior: probes come at a bounded rate, whoever asks how often', async () => {
    const { auth, platform, sent } = await startOutage()
    for (let second = 0; second < 120; second++) {
      for (let call = 0; call < 5; call++) getAuthToken(auth).catch(() => {})
      await platform.advance(1_000)
    }
    expect(sent()).toBeGreaterThanOrEqual(12)
    expect(sent()).toBeLessThanOrEqual(120 / 5)
  })

  test('behavior: in sight, tries come every half minute; hidden, every few minutes', async () => {
    const shown = await startOutage()
    await shown.platform.advance(hourMs)
    expect(shown.sent()).toBeGreaterThan(100)
    expect(shown.sent()).toBeLessThanOrEqual(125)
    const hidden = await startOutage(outcomes.busy, { isVisible: false })
    await hidden.platform.advance(hourMs)
    expect(hidden.sent()).toBeLessThanOrEqual(30)
    hidden.recover()
    hidden.platform.setVisible(true)
    hidden.platform.tell('visible')
    await hidden.platform.advance(30_000)
    expect(hidden.auth.getSnapshot().token).toBe('access-1')
  })

  test('behavior: a back-off from before the token ended is cut short once it has', async () => {
    const platform = createTestPlatform({ random: () => 0.999 })
    const { start, answers, presented } = startScripted({ platform })
    await start()
    answers.push(...Array<TokenOutcome>(100).fill(outcomes.busy))
    await platform.advance(hourMs)
    const before = presented.length
    await platform.advance(31_000)
    expect(presented.length).toBeGreaterThan(before)
  })

  test('behavior: a wait that the provider asked for is kept', async () => {
    const busy = failed('transient', 'provider/unavailable', 'Busy.', { retryAfterMs: 600_000 })
    const { auth, platform, sent } = await startOutage(busy)
    for (let minute = 0; minute < 60; minute++) {
      getAuthToken(auth).catch(() => {})
      await platform.advance(60_000)
    }
    expect(sent()).toBeLessThanOrEqual(7)
  })

  test('behavior: a token that is still good is reason for no probe', async () => {
    const { auth, start, platform, answers, presented } = startScripted()
    await start()
    answers.push(...Array<TokenOutcome>(100).fill(outcomes.busy))
    await platform.advance(0.82 * hourMs)
    const before = presented.length
    for (let second = 0; second < 60; second++) {
      expect(await getAuthToken(auth)).toBe('access-0')
      await platform.advance(1_000)
    }
    expect(presented.length - before).toBeLessThanOrEqual(4)
  })

  test('parameters: timing.probeMs', async () => {
    const { auth, start, platform, answers, presented } = startScripted({
      timing: { probeMs: 20_000 },
    })
    await start()
    answers.push(...Array<TokenOutcome>(100).fill(outcomes.busy))
    await platform.advance(2 * hourMs)
    const before = presented.length
    getAuthToken(auth).catch(() => {})
    await platform.advance(100_000)
    expect(presented.length - before).toBeLessThanOrEqual(6)
  })
})
