import type { Page } from 'playwright'
import { expect, test, vi } from 'vitest'
import { report } from './harness/report.ts'
import { setupStages } from './harness/setupStages.ts'
import './page/TabKit.ts'

const open = setupStages()

const timing = { softRatio: 0.05, jitterRatio: 0 }
const tako = { reuse: 'strict', accessLifetimeMs: 10_000, rateLimit: false } as const
const good = { requests: 1, reuses: 0, signedIn: 4, tabs: 4 }

const untilGen = (tabs: readonly Page[], gen: number) =>
  Promise.all(tabs.map((tab) => tab.evaluate((gen) => window.kit.until({ gen }), gen)))

test.concurrent('behavior: after 429 nothing is sent until the wait is over, twice', async (context) => {
  const { api, openTabs } = await open(context, { providers: { tako }, tab: { timing } })
  api.calmAfter(3)
  api.controls.tako.failNext({ type: '429', retryAfterMs: 1_000 }, { route: 'refresh', times: 2 })
  const tabs = await openTabs(8)
  await tabs[0]?.evaluate((tokens) => window.kit.start(tokens), await api.issue())
  await untilGen(tabs, 2)
  expect(await report(context, api, tabs)).toEqual({ requests: 3, reuses: 0, signedIn: 8, tabs: 8 })
  const log = api.controls.log.entries().filter(({ route }) => route === 'refresh')
  expect(log.map(({ phase, status }) => status ?? phase)).toEqual([
    'received',
    429,
    'received',
    429,
    'received',
    200,
  ])
  const waits = [2, 4].map(
    (next) => (log[next]?.happenedAt ?? 0) - (log[next - 1]?.happenedAt ?? 0),
  )
  for (const waitMs of waits) expect(waitMs).toBeGreaterThanOrEqual(1_000)
})

test.concurrent('behavior: after a 429 whose wait cannot be read the budget’s minute is waited', async (context) => {
  const { api, openTabs } = await open(context, {
    providers: { tako, exposeRetryAfter: false },
    tab: { timing },
  })
  api.controls.tako.failNext({ type: '429', retryAfterMs: 1_000 }, { route: 'refresh' })
  const tabs = await openTabs(4)
  await tabs[0]?.evaluate((tokens) => window.kit.start(tokens), await api.issue())
  const sessions = await Promise.all(
    tabs.map((tab) => tab.evaluate(() => window.kit.until({ refreshStatus: 'retrying' }))),
  )
  const [throttled] = api.controls.log.entries().filter(({ status }) => status === 429)
  for (const { status, nextRefreshAt = 0 } of sessions) {
    expect(status).toBe('signedIn')
    expect(nextRefreshAt - (throttled?.happenedAt ?? 0)).toBeGreaterThan(55_000)
  }
  expect(api.refreshes()).toHaveLength(1)
})

test.concurrent('behavior: 500 over and over: everyone is signed in once it is over', async (context) => {
  const { api, openTabs } = await open(context, {
    providers: { tako },
    tab: { timing: { ...timing, backoffMaxMs: 3_000 }, random: 0.5 },
  })
  const { controls } = api
  controls.tako.failNext('500', { route: 'refresh', times: 1_000 })
  const tabs = await openTabs(8)
  await tabs[0]?.evaluate((tokens) => window.kit.start(tokens), await api.issue())
  let failed = 0
  await api.until(({ status }) => status === 500 && ++failed === 4)
  controls.tako.setLifetimes({ accessMs: 3_600_000 })
  controls.tako.clearFaults()
  await untilGen(tabs, 2)
  const { requests, ...others } = await report(context, api, tabs)
  expect(others).toEqual({ reuses: 0, signedIn: 8, tabs: 8 })
  // One of eight tabs asks at a time, the next only after a pause: what failed, and one that did not, or was on its way.
  expect(requests).toBeLessThanOrEqual(6)
})

test.concurrent('behavior: offline nothing is lost, and it is renewed on return', async (context) => {
  const {
    api,
    context: browserContext,
    openTabs,
  } = await open(context, {
    providers: { tako: { reuse: 'strict' } },
  })
  const tabs = await openTabs(4)
  await browserContext.clock.install()
  await tabs[0]?.evaluate((tokens) => window.kit.start(tokens), await api.issue())
  await untilGen(tabs, 1)
  // The page loads all its code from its own server first.
  await Promise.all(tabs.map((tab) => tab.evaluate(() => window.kit.restore())))
  await browserContext.setOffline(true)
  await browserContext.clock.fastForward(3_500_000)
  const waiting = await Promise.all(
    tabs.map((tab) => tab.evaluate(() => window.kit.until({ refreshStatus: 'retrying' }))),
  )
  expect(waiting.map(({ status }) => status)).toEqual(tabs.map(() => 'signedIn'))
  expect(api.refreshes()).toHaveLength(0)
  await browserContext.setOffline(false)
  await untilGen(tabs, 2)
  expect(await report(context, api, tabs)).toEqual(good)
})

for (const [name, stepMs] of [
  ['an hour ahead', 3_600_000],
  ['an hour back', -3_600_000],
  ['a year ahead', 365 * 86_400_000],
  ['a year back', -365 * 86_400_000],
] as const)
  test.concurrent(`behavior: the clock steps ${name}: at most one extra refresh`, async (context) => {
    const {
      api,
      context: browserContext,
      openTabs,
    } = await open(context, {
      providers: { tako: { reuse: 'strict' } },
    })
    const tabs = await openTabs(4)
    await browserContext.clock.install()
    await tabs[0]?.evaluate((tokens) => window.kit.start(tokens), await api.issue())
    await untilGen(tabs, 1)
    await browserContext.clock.setSystemTime(Date.now() + stepMs)
    for (let look = 0; look < 2; look++) {
      const tokens = await Promise.all(
        tabs.map((tab) =>
          tab.evaluate(async () => {
            window.dispatchEvent(new Event('focus'))
            await window.kit.restore()
            return window.kit.token()
          }),
        ),
      )
      expect(tokens.map(({ ok }) => ok)).toEqual(tabs.map(() => true))
    }
    const { requests, ...others } = await report(context, api, tabs)
    expect(others).toEqual({ reuses: 0, signedIn: 4, tabs: 4 })
    expect(requests).toBeLessThanOrEqual(1)
  })

test.concurrent('behavior: 20 refused calls at once: 1 refresh, 20 answers', async (context) => {
  const { api, openTab } = await open(context, {
    providers: { tako: { reuse: 'strict', rateLimit: false } },
  })
  const tab = await openTab()
  await tab.evaluate((tokens) => window.kit.start(tokens), await api.issue())
  api.controls.tako.expireAccess()
  const answers = await tab.evaluate(() =>
    Promise.all(Array.from({ length: 20 }, () => window.kit.call())),
  )
  expect(answers).toEqual(answers.map(() => ({ ok: true, value: 200 })))
  expect(answers).toHaveLength(20)
  expect(await report(context, api, [tab])).toEqual({
    requests: 1,
    reuses: 0,
    signedIn: 1,
    tabs: 1,
  })
})

test.concurrent('behavior: refused calls in 8 tabs at once: 1 refresh, and each gets its answer', async (context) => {
  const { api, openTabs } = await open(context, {
    providers: { tako: { reuse: 'strict', rateLimit: false } },
  })
  const tabs = await openTabs(8)
  await tabs[0]?.evaluate((tokens) => window.kit.start(tokens), await api.issue())
  await untilGen(tabs, 1)
  api.controls.tako.expireAccess()
  const answers = await Promise.all(
    tabs.map((tab) =>
      tab.evaluate(() => Promise.all([window.kit.call(), window.kit.call(), window.kit.call()])),
    ),
  )
  expect(answers.flat()).toEqual(answers.flat().map(() => ({ ok: true, value: 200 })))
  expect(await report(context, api, tabs)).toEqual({ requests: 1, reuses: 0, signedIn: 8, tabs: 8 })
})

test.concurrent('behavior: a refusal that comes late, for an older generation, costs no refresh', async (context) => {
  const { api, openTab } = await open(context, {
    providers: { tako: { reuse: 'strict', rateLimit: false } },
  })
  const tab = await openTab()
  await tab.evaluate((tokens) => window.kit.start(tokens), await api.issue())
  api.controls.tako.failNext('hang', { route: 'call', times: 5 })
  const late = tab.evaluate(() => Promise.all(Array.from({ length: 5 }, () => window.kit.call())))
  await vi.waitFor(() => expect(api.controls.tako.hanging()).toBe(5), 20_000)
  api.controls.tako.expireAccess()
  await tab.evaluate(() => window.kit.refresh())
  api.controls.tako.release()
  expect(await late).toEqual(Array.from({ length: 5 }, () => ({ ok: true, value: 200 })))
  expect(await report(context, api, [tab])).toMatchObject({ requests: 1, reuses: 0, signedIn: 1 })
})

test.concurrent('behavior: a part of the kit that cannot be loaded at first is no sign-out', async (context) => {
  const {
    api,
    context: browserContext,
    openTab,
  } = await open(context, {
    providers: { tako: { reuse: 'strict' } },
  })
  const tab = await openTab()
  await tab.evaluate((tokens) => window.kit.start(tokens), await api.issue())
  await browserContext.route('**/chunk-*', (route) => route.abort())
  await tab.reload()
  await tab.waitForFunction(() => 'kit' in window)
  // Whatever the result, it is unknown whether there is a session.
  await tab.evaluate(() => window.kit.restore().catch(() => {}))
  await browserContext.unroute('**/chunk-*')
  expect(await tab.evaluate(() => window.kit.restore())).toMatchObject({
    status: 'signedIn',
    hasToken: true,
  })
})
