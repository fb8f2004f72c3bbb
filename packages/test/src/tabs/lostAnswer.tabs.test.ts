import type { Page } from 'playwright'
import { describe, expect, test, vi } from 'vitest'
import { report } from './harness/report.ts'
import { setupStages } from './harness/setupStages.ts'
import type { Providers, ProvidersOptions } from './harness/serveProviders.ts'
import './page/TabKit.ts'

const open = setupStages()

const timing = {
  softRatio: 0.05,
  jitterRatio: 0,
  confirmDelayMs: { valid: 200, expired: 200 },
}
/** Refreshed only when a test asks for it. */
const calm = { ...timing, softRatio: 0.8 }
const policies = ['stateless', 'grace', 'strict'] as const

const providers = (reuse: (typeof policies)[number], more: ProvidersOptions = {}) => ({
  ...more,
  tako: { reuse, accessLifetimeMs: 10_000, rateLimit: false } as const,
})

const untilSignedIn = (tabs: readonly Page[]) =>
  Promise.all(tabs.map((tab) => tab.evaluate(() => window.kit.until({ status: 'signedIn' }))))

/** Signs in and, once all tabs know it, makes all of them request new tokens at once. */
async function renewTogether(api: Providers, tabs: readonly Page[]): Promise<void> {
  await tabs[0]?.evaluate((tokens) => window.kit.start(tokens), await api.issue())
  await untilSignedIn(tabs)
  await Promise.all(tabs.map((tab) => tab.evaluate(() => void window.kit.refresh())))
}

/** All tabs must reach the second generation and stay signed in. */
async function expectRenewed(tabs: readonly Page[]): Promise<void> {
  const sessions = await Promise.all(
    tabs.map((tab) => tab.evaluate(() => window.kit.until({ gen: 2 }))),
  )
  expect(sessions.map(({ status, gen }) => ({ status, gen }))).toEqual(
    tabs.map(() => ({ status: 'signedIn', gen: 2 })),
  )
}

/** All tabs must be signed out once, with this reason. */
async function expectEnded(tabs: readonly Page[], reason: string): Promise<void> {
  await Promise.all(
    tabs.map((tab) => tab.evaluate(() => window.kit.until({ status: 'signedOut' }))),
  )
  const endings = await Promise.all(
    tabs.map((tab) =>
      tab.evaluate(() => window.kit.events.filter((event) => event.type === 'sessionEnded')),
    ),
  )
  expect(endings).toEqual(tabs.map(() => [expect.objectContaining({ reason })]))
}

describe.concurrent.each(policies)('%s', (reuse) => {
  test('behavior: answer lost after the provider rotated', async (context) => {
    const { api, openTabs } = await open(context, {
      providers: providers(reuse),
      tab: { timing: calm },
    })
    api.calmAfter(1)
    api.controls.tako.failNext('lost-answer', { route: 'refresh' })
    const tabs = await openTabs(3)
    await renewTogether(api, tabs)
    if (reuse === 'strict') await expectEnded(tabs, 'refresh-answer-lost')
    else await expectRenewed(tabs)
    // One replay; if that is refused, one confirmation.
    expect(await report(context, api, tabs)).toMatchObject(
      reuse === 'strict' ? { requests: 3, signedIn: 0 } : { requests: 2, signedIn: 3 },
    )
  })

  test('behavior: the answer takes 30 s: callers hear that it is late, and it counts', async (context) => {
    const {
      api,
      context: browserContext,
      openTabs,
    } = await open(context, { providers: providers(reuse), tab: { timing: calm } })
    api.calmAfter(1)
    api.controls.tako.failNext({ type: 'hang', processed: true }, { route: 'refresh' })
    const tabs = await openTabs(3)
    await browserContext.clock.install()
    await renewTogether(api, tabs)
    await vi.waitFor(() => expect(api.controls.tako.hanging()).toBe(1), 20_000)
    await browserContext.clock.fastForward(15_000)
    const answers = Promise.all(tabs.map((tab) => tab.evaluate(() => window.kit.token())))
    await Promise.all(
      tabs.map((tab) => tab.evaluate(() => window.kit.until({ refreshStatus: 'refreshing' }))),
    )
    await browserContext.clock.fastForward(15_000)
    expect(await answers).toEqual(tabs.map(() => ({ ok: false, code: 'network/timeout' })))
    api.controls.tako.release()
    await expectRenewed(tabs)
    expect(await report(context, api, tabs)).toEqual({
      requests: 1,
      reuses: 0,
      signedIn: 3,
      tabs: 3,
    })
  })

  test('behavior: holder closed after sending', async (context) => {
    const { api, openTab, openTabs } = await open(context, {
      providers: providers(reuse),
      tab: { timing },
    })
    api.calmAfter(1)
    api.controls.tako.failNext({ type: 'hang', processed: true }, { route: 'refresh' })
    const holder = await openTab()
    await holder.evaluate((tokens) => window.kit.start(tokens), await api.issue())
    await vi.waitFor(() => expect(api.controls.tako.hanging()).toBe(1), 20_000)
    const tabs = await openTabs(3)
    await untilSignedIn(tabs)
    await holder.close()
    if (reuse === 'strict') await expectEnded(tabs, 'refresh-answer-lost')
    else await expectRenewed(tabs)
    expect(await report(context, api, tabs)).toMatchObject(
      reuse === 'strict' ? { requests: 3, signedIn: 0 } : { requests: 2, signedIn: 3 },
    )
  })
})

describe.concurrent.each(['grace', 'strict'] as const)('%s', (reuse) => {
  test('behavior: Chromium sends it again by itself where a reused connection drops', async (context) => {
    const { api, openTabs } = await open(context, {
      providers: providers(reuse, { keepAlive: true }),
      tab: { timing: calm },
    })
    api.calmAfter(1)
    // The preflight uses the same connection first, so that the request is sent on a reused one.
    api.controls.tako.failNext('lost-answer', { route: 'refresh' })
    const tabs = await openTabs(3)
    await renewTogether(api, tabs)
    // The page cannot detect the replay: the answer of a strict provider is a refusal.
    if (reuse === 'strict') await expectEnded(tabs, 'refresh-refused')
    else await expectRenewed(tabs)
    const sent = await Promise.all(
      tabs.map((tab) =>
        tab.evaluate(() => window.kit.sent.filter((path) => path === '/v2/refresh_token').length),
      ),
    )
    const asked = sent.reduce((sum, count) => sum + count)
    const { requests } = await report(context, api, tabs)
    expect({ asked, requests }).toEqual(
      reuse === 'strict' ? { asked: 2, requests: 3 } : { asked: 1, requests: 2 },
    )
  })
})

describe.concurrent('strict', () => {
  test('behavior: request never arrived', async (context) => {
    const { api, openTabs } = await open(context, {
      providers: providers('strict'),
      tab: { timing: calm },
    })
    api.calmAfter(1)
    api.controls.tako.failNext('lost-request', { route: 'refresh' })
    const tabs = await openTabs(3)
    await renewTogether(api, tabs)
    await expectRenewed(tabs)
    expect(await report(context, api, tabs)).toEqual({
      requests: 1,
      reuses: 0,
      signedIn: 3,
      tabs: 3,
    })
  })

  test('behavior: holder closed before sending', async (context) => {
    const { api, openTab, openTabs } = await open(context, {
      providers: providers('strict'),
      tab: { timing },
    })
    api.calmAfter(1)
    const holder = await openTab()
    await holder.evaluate(() => window.kit.holdRequests())
    await holder.evaluate((tokens) => window.kit.start(tokens), await api.issue())
    await holder.evaluate(() => window.kit.untilHeld(1))
    const tabs = await openTabs(3)
    await untilSignedIn(tabs)
    await holder.close()
    await expectRenewed(tabs)
    expect(await report(context, api, tabs)).toEqual({
      requests: 1,
      reuses: 0,
      signedIn: 3,
      tabs: 3,
    })
  })

  test('behavior: refusal of the current token, confirmed once', async (context) => {
    const { api, openTabs } = await open(context, {
      providers: providers('strict'),
      tab: { timing: calm },
    })
    const tabs = await openTabs(3)
    api.controls.tako.failNext({ type: 'error', code: 600 }, { route: 'refresh', times: 2 })
    await renewTogether(api, tabs)
    await expectEnded(tabs, 'refresh-refused')
    expect(await report(context, api, tabs)).toMatchObject({ requests: 2, reuses: 0, signedIn: 0 })
  })
})
