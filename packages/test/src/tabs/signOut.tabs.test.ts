import { expect, test, vi } from 'vitest'
import { report } from './harness/report.ts'
import { setupStages } from './harness/setupStages.ts'
import './page/TabKit.ts'

const open = setupStages()
const timing = { softRatio: 0.05, jitterRatio: 0 }

test.concurrent('default: sign-out in one tab reaches the seven others within a second, and stays', async (context) => {
  const {
    api,
    context: { clock },
    openTab,
    openTabs,
  } = await open(context, {
    providers: { tako: { reuse: 'strict' } },
  })
  const tabs = await openTabs(8)
  await clock.install()
  await tabs[0]?.evaluate((tokens) => window.kit.start(tokens), await api.issue())
  await Promise.all(tabs.map((tab) => tab.evaluate(() => window.kit.until({ status: 'signedIn' }))))
  // From here no timer fires: a second counts what the kit waits for, and not how busy the machine is.
  // One page after the other stops there, so it lies further ahead than that takes.
  await clock.pauseAt(Date.now() + 60_000)
  const askedAt = await tabs[3]?.evaluate(async () => {
    const now = Date.now()
    await window.kit.signOut()
    return now
  })
  await Promise.all(
    tabs.map((tab) => tab.evaluate(() => window.kit.until({ status: 'signedOut' }))),
  )
  const endings = await Promise.all(
    tabs.map((tab) =>
      tab.evaluate(() => window.kit.events.filter((event) => event.type === 'sessionEnded')),
    ),
  )
  for (const [index, ended] of endings.entries()) {
    expect(ended).toMatchObject([{ reason: index === 3 ? 'user' : 'signed-out-elsewhere' }])
    expect((ended[0]?.at ?? 0) - (askedAt ?? 0)).toBeLessThan(1_000)
  }
  await clock.resume()
  await tabs[0]?.reload()
  await tabs[0]?.waitForFunction(() => 'kit' in window)
  const newcomer = await openTab()
  for (const tab of [tabs[0], newcomer])
    expect(await tab?.evaluate(() => window.kit.restore())).toMatchObject({
      status: 'signedOut',
      hasToken: false,
    })
  expect(await report(context, api, tabs)).toMatchObject({ requests: 0, signedIn: 0 })
})

test.concurrent('behavior: eight tabs show, cache and persist nothing of an account before the next paint after one signs out', async (context) => {
  const { api, openTabs } = await open(context, { providers: { tako: { reuse: 'strict' } } })
  const tabs = await openTabs(8)
  await tabs[0]?.evaluate((tokens) => window.kit.start(tokens), await api.issue())
  const begin = async (tab: (typeof tabs)[number]) => {
    await tab.evaluate(async () => {
      await window.kit.until({ status: 'signedIn' })
      await window.kit.openQueries()
    })
    await tab.waitForFunction(
      () => document.body.textContent?.includes('secret of') && window.kit.queries?.balance(),
    )
    const found = await tab.evaluate(async () => {
      await window.kit.queries?.begin()
      return window.kit.queries?.look().length
    })
    // What the page shows, two queries, the mutation's variables, and what is persisted.
    expect(found).toBeGreaterThan(5)
  }
  await Promise.all(tabs.map(begin))
  await tabs[3]?.evaluate(() => window.kit.signOut())
  const left = tabs.map((tab) =>
    tab.evaluate(async () => {
      const { queries } = window.kit
      await window.kit.until({ status: 'signedOut' })
      await queries?.answer()
      return { seen: queries?.seen(), now: queries?.look(), balance: queries?.balance() }
    }),
  )
  for (const tab of await Promise.all(left))
    expect(tab).toEqual({ seen: [], now: [], balance: 'a balance' })
})

test.concurrent('behavior: a refresh that is out when another tab signs out brings nothing back, and is revoked', async (context) => {
  const { api, openTab } = await open(context, {
    providers: {
      cloudreve: { reuse: 'strict', accessLifetimeMs: 10_000, allowDelete: true },
    },
    tab: { timing },
  })
  const { cloudreve } = api.controls
  cloudreve.failNext({ type: 'hang', processed: true }, { route: 'refresh' })
  const which = { provider: 'cloudreve' } as const
  const [holder, other] = [await openTab(), await openTab()]
  const { accessToken, refreshToken } = await cloudreve.issue()
  await holder.evaluate(({ tokens, which }) => window.kit.start(tokens, which), {
    tokens: { accessToken, refreshToken, expiresInMs: 10_000 },
    which,
  })
  await vi.waitFor(() => expect(cloudreve.hanging()).toBe(1), 20_000)
  await other.evaluate((which) => window.kit.until({ ...which, status: 'signedIn' }), which)
  const leaving = other.evaluate((which) => window.kit.signOut(which), which)
  await holder.evaluate((which) => window.kit.until({ ...which, status: 'signedOut' }), which)
  cloudreve.release()
  await leaving
  await api.until(({ route, phase }) => route === 'signOut' && phase === 'answered')
  await vi.waitFor(
    () => expect(cloudreve.counters().families).toMatchObject([{ revoked: true }]),
    20_000,
  )
  // Tokens that the refresh brings are discarded before the lock is released.
  for (const tab of [holder, other]) {
    await tab.evaluate(async () => {
      const { held = [], pending = [] } = await navigator.locks.query()
      for (const { name = '' } of [...held, ...pending])
        await navigator.locks.request(name, () => {})
    })
    expect(await tab.evaluate((which) => window.kit.restore(which), which)).toMatchObject({
      status: 'signedOut',
      hasToken: false,
    })
  }
  const newcomer = await openTab()
  expect(await newcomer.evaluate((which) => window.kit.restore(which), which)).toMatchObject({
    status: 'signedOut',
    hasToken: false,
  })
})

test.concurrent('behavior: a duplicated tab starts signed out and does not present its twin’s token', async (context) => {
  const {
    api,
    context: browserContext,
    openTab,
  } = await open(context, {
    providers: { tako: { reuse: 'strict', accessLifetimeMs: 10_000 } },
    tab: { storage: 'session', timing },
  })
  api.calmAfter(1)
  const original = await openTab()
  await original.evaluate((tokens) => window.kit.start(tokens), await api.issue())
  // A window that a page opens gets a copy of its sessionStorage, as a duplicated tab does.
  const opening = browserContext.waitForEvent('page')
  await original.evaluate(() => void window.open(location.href))
  const twin = await opening
  await twin.waitForFunction(() => 'kit' in window)
  expect(await twin.evaluate(() => sessionStorage.length)).toBeGreaterThan(0)
  expect(await twin.evaluate(() => window.kit.restore())).toMatchObject({ status: 'signedOut' })
  await api.untilRefreshes(1)
  expect(await twin.evaluate(() => window.kit.sent)).toEqual([])
  await original.evaluate(() => window.kit.until({ gen: 2 }))
  expect(await twin.evaluate(() => window.kit.sent)).toEqual([])
  expect(await report(context, api, [original, twin])).toEqual({
    requests: 1,
    reuses: 0,
    signedIn: 1,
    tabs: 2,
  })
})

test.concurrent('behavior: a tab that is reloaded keeps its own session in sessionStorage, also when duplicated', async (context) => {
  const {
    api,
    context: browserContext,
    openTab,
  } = await open(context, {
    providers: { tako: { reuse: 'strict' } },
    tab: { storage: 'session' },
  })
  const original = await openTab()
  await original.evaluate((tokens) => window.kit.start(tokens), await api.issue())
  await original.reload()
  await original.waitForFunction(() => 'kit' in window)
  expect(await original.evaluate(() => window.kit.restore())).toMatchObject({ status: 'signedIn' })
  const opening = browserContext.waitForEvent('page')
  await original.evaluate(() => void window.open(location.href))
  const twin = await opening
  await twin.waitForFunction(() => 'kit' in window)
  expect(await twin.evaluate(() => window.kit.restore())).toMatchObject({ status: 'signedOut' })
})
