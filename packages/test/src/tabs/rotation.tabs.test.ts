import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { report } from './harness/report.ts'
import { setupStages } from './harness/setupStages.ts'
import './page/TabKit.ts'

const open = setupStages()

/** A rotation every 0.5 s, in all tabs at the same millisecond. */
const together = { softRatio: 0.05, jitterRatio: 0 }
const strict = { reuse: 'strict', accessLifetimeMs: 10_000, rateLimit: false } as const

const untilGen = (tabs: readonly Page[], gen: number) =>
  Promise.all(tabs.map((tab) => tab.evaluate((gen) => window.kit.until({ gen }), gen)))

test.concurrent('default: 8 tabs whose tokens expire together, strict: 10 rotations, 1 request each', async (context) => {
  const { api, openTabs } = await open(context, {
    providers: { tako: strict },
    tab: { timing: together },
  })
  api.calmAfter(10)
  const tabs = await openTabs(8)
  await tabs[0]?.evaluate((tokens) => window.kit.start(tokens), await api.issue())
  const sessions = await untilGen(tabs, 11)
  expect(await report(context, api, tabs)).toEqual({
    requests: 10,
    reuses: 0,
    signedIn: 8,
    tabs: 8,
  })
  expect(api.counters()).toMatchObject({ rotations: 10, overlaps: 0, unknown: 0 })
  expect(new Set(sessions.map(({ gen }) => gen))).toEqual(new Set([11]))
  const answers = await Promise.all(tabs.map((tab) => tab.evaluate(() => window.kit.call())))
  expect(answers).toEqual(tabs.map(() => ({ ok: true, value: 200 })))
  // The tabs did compete: otherwise this test would prove nothing.
  const starts = await Promise.all(
    tabs.map((tab) =>
      tab.evaluate(
        () => window.kit.events.filter((event) => event.type === 'refreshStarted').length,
      ),
    ),
  )
  expect(starts.reduce((sum, count) => sum + count)).toBeGreaterThan(20)
})

test.concurrent('default: 8 tabs opened 0.7 s apart, in the middle of refreshes, strict: 1 request per rotation', async (context) => {
  const { api, openTab } = await open(context, {
    providers: { tako: { ...strict, latencyMs: 100 } },
    tab: { timing: { softRatio: 0.07, jitterRatio: 0 } },
  })
  api.calmAfter(10)
  const first = await openTab()
  await first.evaluate((tokens) => window.kit.start(tokens), await api.issue())
  const tabs = [first]
  for (let rotation = 1; tabs.length < 8; rotation++) {
    await api.untilRefreshes(rotation)
    tabs.push(await openTab())
  }
  const sessions = await untilGen(tabs, 11)
  expect(await report(context, api, tabs)).toEqual({
    requests: 10,
    reuses: 0,
    signedIn: 8,
    tabs: 8,
  })
  expect(new Set(sessions.map(({ gen }) => gen))).toEqual(new Set([11]))
})

test.concurrent('default: 8 tabs that wake up hours after their tokens expired, strict: 1 request once the network is there', async (context) => {
  const {
    api,
    context: browserContext,
    openTabs,
  } = await open(context, {
    providers: { tako: { reuse: 'strict' } },
  })
  const tabs = await openTabs(8)
  await browserContext.clock.install()
  await tabs[0]?.evaluate((tokens) => window.kit.start(tokens), await api.issue())
  // Each page loads all its code from its own server first.
  await Promise.all(tabs.map((tab) => tab.evaluate(() => window.kit.restore())))
  for (const rotation of [1, 2]) {
    api.controls.clock.advance(7_200_000)
    // Tabs of one machine share a clock, but in this test each gets its clock in turn: none may refresh before all have it.
    await browserContext.setOffline(true)
    await browserContext.clock.fastForward(7_200_000)
    await browserContext.setOffline(false)
    await untilGen(tabs, rotation + 1)
    const tokens = await Promise.all(tabs.map((tab) => tab.evaluate(() => window.kit.token())))
    expect(new Set(tokens.map((token) => JSON.stringify(token))).size).toBe(1)
    expect(tokens[0]?.ok).toBe(true)
  }
  expect(await report(context, api, tabs)).toEqual({ requests: 2, reuses: 0, signedIn: 8, tabs: 8 })
})

test.concurrent('parameters: three providers on another host, each with a lineage of its own', async (context) => {
  const { api, openTabs } = await open(context, {
    providers: {
      host: 'localhost',
      tako: strict,
      talkstack: { reuse: 'strict', accessLifetimeMs: 10_000 },
      cloudreve: { reuse: 'strict', accessLifetimeMs: 10_000 },
    },
    tab: { timing: together },
  })
  const names = ['tako', 'talkstack', 'cloudreve'] as const
  const tabs = await openTabs(3)
  for (const [index, provider] of names.entries()) {
    const { accessToken, refreshToken } = await api.controls[provider].issue()
    api.controls[provider].setLifetimes({ accessMs: 3_600_000 })
    await tabs[index]?.evaluate(({ tokens, provider }) => window.kit.start(tokens, { provider }), {
      tokens: { accessToken, refreshToken, expiresInMs: 10_000 },
      provider,
    })
  }
  for (const provider of names) {
    const sessions = await Promise.all(
      tabs.map((tab) =>
        tab.evaluate((provider) => window.kit.until({ provider, gen: 2 }), provider),
      ),
    )
    expect(sessions.map(({ status, gen }) => ({ status, gen }))).toEqual(
      tabs.map(() => ({ status: 'signedIn', gen: 2 })),
    )
    expect(api.controls[provider].counters()).toMatchObject({ requests: 1, reuses: 0 })
    const answers = await Promise.all(
      tabs.map((tab) => tab.evaluate((provider) => window.kit.call({ provider }), provider)),
    )
    expect(answers).toEqual(tabs.map(() => ({ ok: true, value: 200 })))
  }
  await report(context, api, tabs)
})

test.concurrent('parameters: two accounts of one provider, each with a lineage of its own', async (context) => {
  const accounts = [
    '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266',
    '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
  ] as const
  const { api, openTabs } = await open(context, {
    providers: { tako: strict },
    tab: { timing: together },
  })
  const tabs = await openTabs(4)
  const issued = await Promise.all(accounts.map((account) => api.issue(account)))
  // The first is due before the second has started, on a slow machine: what it gets must not be due again.
  api.controls.tako.setLifetimes({ accessMs: 3_600_000 })
  for (const tokens of issued) await tabs[0]?.evaluate((tokens) => window.kit.start(tokens), tokens)
  for (const account of accounts) {
    const sessions = await Promise.all(
      tabs.map((tab) => tab.evaluate((account) => window.kit.until({ account, gen: 2 }), account)),
    )
    expect(sessions.map(({ status, gen }) => ({ status, gen }))).toEqual(
      tabs.map(() => ({ status: 'signedIn', gen: 2 })),
    )
  }
  expect(await report(context, api, tabs)).toEqual({ requests: 2, reuses: 0, signedIn: 4, tabs: 4 })
  expect(api.counters().families).toMatchObject([{ requests: 1 }, { requests: 1 }])

  const [one, other] = accounts
  await tabs[0]?.evaluate((account) => window.kit.signOut({ account }), one)
  await Promise.all(
    tabs.map((tab) =>
      tab.evaluate((account) => window.kit.until({ account, status: 'signedOut' }), one),
    ),
  )
  const left = await Promise.all(
    tabs.map((tab) => tab.evaluate((account) => window.kit.session({ account }), other)),
  )
  expect(left.map(({ status }) => status)).toEqual(tabs.map(() => 'signedIn'))
  expect(await tabs[1]?.evaluate((account) => window.kit.call({ account }), other)).toEqual({
    ok: true,
    value: 200,
  })
})
