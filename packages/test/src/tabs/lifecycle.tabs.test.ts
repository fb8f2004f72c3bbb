import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, type TestContext, test, vi } from 'vitest'
import { launchFull, whyNoFull } from './harness/launchFull.ts'
import { openStage, type StageOptions } from './harness/openStage.ts'
import { report } from './harness/report.ts'
import type { PageServer } from './harness/serveFiles.ts'
import { servePage } from './harness/servePage.ts'
import './page/TabKit.ts'

let pages: PageServer

beforeAll(async () => {
  pages = await servePage()
})
afterAll(() => pages?.close())

/** Each test has its own browser, because a browser has only one visible page. */
async function open(
  { onTestFinished }: Pick<TestContext, 'onTestFinished'>,
  options: Omit<StageOptions, 'context' | 'pages'>,
) {
  const { context, freeze, thaw, close } = await launchFull()
  onTestFinished(close)
  const stage = await openStage({ ...options, context, pages })
  onTestFinished(stage.close)
  return { ...stage, freeze, thaw }
}

const untilGen = (tabs: readonly Page[], gen: number) =>
  Promise.all(tabs.map((tab) => tab.evaluate((gen) => window.kit.until({ gen }), gen)))

/** Runs in the page. */
const untilAnswered = () =>
  Promise.race([
    window.kit.until({ refreshStatus: 'idle' }),
    window.kit.until({ refreshStatus: 'retrying' }),
  ])

const needsFull = whyNoFull === undefined ? '' : ` (skipped: ${whyNoFull})`

describe.skipIf(whyNoFull).concurrent(`pages that come and go${needsFull}`, () => {
  test('default: 1 visible and 7 hidden tabs, strict: 10 rotations, 1 request each', async (context) => {
    const { api, openTabs } = await open(context, {
      providers: { tako: { reuse: 'strict', accessLifetimeMs: 10_000 } },
      tab: { timing: { softRatio: 0.05, jitterRatio: 0 } },
    })
    api.calmAfter(10)
    const tabs = await openTabs(8)
    await tabs[0]?.bringToFront()
    await expect
      .poll(() => Promise.all(tabs.map((tab) => tab.evaluate(() => document.visibilityState))))
      .toEqual(['visible', ...Array.from({ length: 7 }, () => 'hidden')])
    await tabs[0]?.evaluate((tokens) => window.kit.start(tokens), await api.issue())
    const sessions = await untilGen(tabs, 11)
    expect(await report(context, api, tabs)).toEqual({
      requests: 10,
      reuses: 0,
      signedIn: 8,
      tabs: 8,
    })
    expect(api.counters()).toMatchObject({ rotations: 10, overlaps: 0 })
    expect(new Set(sessions.map(({ gen }) => gen))).toEqual(new Set([11]))
  })

  const lifetimeMs = 400_000
  const maxRequestMs = 120_000
  /** Nothing is due until a test moves the clocks of all pages ahead. */
  const timing = {
    maxRequestMs,
    lockWaitMs: 300,
    jitterRatio: 0,
    softRatio: 0.4,
    hiddenRatio: 0,
    confirmDelayMs: { valid: 200, expired: 200 },
  }
  const softMs = timing.softRatio * lifetimeMs
  const hardMs = lifetimeMs - 30_000
  /** More than the request and a frozen page are waited for, and still before the hard deadline. */
  const boundMs = maxRequestMs + 10_000

  /** All tabs know the session and are open before one of them sends, is answered, and does not hear it. */
  async function freezeHolder(context: TestContext, reuse: 'stateless' | 'grace' | 'strict') {
    const opened = await open(context, {
      providers: { tako: { reuse, accessLifetimeMs: lifetimeMs } },
      tab: { timing },
    })
    const { api, openTabs, freeze } = opened
    api.calmAfter(1)
    api.controls.tako.failNext({ type: 'hang', processed: true }, { route: 'refresh' })
    const [holder, ...others] = (await openTabs(3)) as [Page, ...Page[]]
    await holder.evaluate((tokens) => window.kit.start(tokens), await api.issue())
    await untilGen(others, 1)
    await holder.evaluate(() => void window.kit.refresh())
    await vi.waitFor(() => expect(api.controls.tako.hanging()).toBe(1), 20_000)
    await freeze(holder)
    const all = [holder, ...others]
    // Time passes for a frozen page too.
    const skip = (ms: number) =>
      Promise.all(all.map((tab) => tab.evaluate((ms) => window.kit.skip(ms), ms)))
    /** The others have read the record, and will do so again within this range. */
    const untilWaiting = (...nextRefreshInMs: [number, number]) =>
      Promise.all(
        others.map((tab) =>
          tab.evaluate((wanted) => window.kit.until(wanted), { nextRefreshInMs }),
        ),
      )
    await skip(softMs)
    await untilWaiting(0, timing.lockWaitMs)
    return { ...opened, holder, others, all, skip, untilWaiting }
  }

  test.for(['stateless', 'grace'] as const)(
    'behavior: holder frozen after sending, %s: another takes over at the hard deadline',
    async (reuse, context) => {
      const { api, holder, others, all, skip, untilWaiting, thaw } = await freezeHolder(
        context,
        reuse,
      )
      await skip(boundMs)
      await untilWaiting(10_000, hardMs)
      expect(api.refreshes()).toHaveLength(1)
      await skip(hardMs - softMs - boundMs)
      const sessions = await untilGen(others, 2)
      expect(sessions.map(({ gen }) => gen)).toEqual([2, 2])
      api.controls.tako.release()
      await thaw(holder)
      expect(await holder.evaluate(() => window.kit.until({ gen: 2 }))).toMatchObject({
        status: 'signedIn',
        gen: 2,
      })
      expect(await report(context, api, all)).toMatchObject({ requests: 2, signedIn: 3 })
    },
  )

  test('behavior: holder frozen after sending, strict: ends once, and the holder hears of it', async (context) => {
    const { api, holder, others, all, skip, thaw } = await freezeHolder(context, 'strict')
    await skip(hardMs - softMs)
    await Promise.race(
      others.map((tab) => tab.evaluate(() => window.kit.until({ refreshStatus: 'retrying' }))),
    )
    // The refusal is confirmed once the holder, which still has the lock, would have been given up. How long that is depends on
    // when each of the others has looked first, and no request may seem to take longer than it does.
    const isOver = { yet: false }
    const ended = Promise.all(
      others.map((tab) => tab.evaluate(() => window.kit.until({ status: 'signedOut' }))),
    ).then(() => {
      isOver.yet = true
    })
    while (!isOver.yet) {
      await skip(maxRequestMs / 2)
      await Promise.all(others.map((tab) => tab.evaluate(untilAnswered)))
    }
    await ended
    api.controls.tako.release()
    await thaw(holder)
    await holder.evaluate(() => window.kit.until({ status: 'signedOut' }))
    for (const tab of all)
      expect(
        await tab.evaluate(() => window.kit.events.filter(({ type }) => type === 'sessionEnded')),
      ).toMatchObject([{ reason: 'refresh-answer-lost' }])
    expect(await report(context, api, all)).toMatchObject({ requests: 3, signedIn: 0 })
  })

  test('behavior: holder frozen after sending, strict: where it thaws first, its answer counts', async (context) => {
    const { api, holder, all, thaw } = await freezeHolder(context, 'strict')
    const answered = api.until(({ route, phase }) => route === 'refresh' && phase === 'answered')
    api.controls.tako.release()
    await answered
    // Longer than the request may take: only its own clock can tell the holder that it slept.
    await holder.evaluate((ms) => window.kit.skip(ms), maxRequestMs)
    await thaw(holder)
    const sessions = await untilGen(all, 2)
    expect(sessions.map(({ gen }) => gen)).toEqual([2, 2, 2])
    expect(await report(context, api, all)).toEqual({
      requests: 1,
      reuses: 0,
      signedIn: 3,
      tabs: 3,
    })
  })

  test('behavior: a tab frozen at sign-out follows on resume, before anything leaves it', async (context) => {
    const { api, openTabs, freeze, thaw } = await open(context, {
      providers: { tako: { reuse: 'strict' } },
    })
    const [frozen, other] = (await openTabs(2)) as [Page, Page]
    await frozen.evaluate((tokens) => window.kit.start(tokens), await api.issue())
    await other.evaluate(() => window.kit.until({ status: 'signedIn' }))
    await frozen.evaluate(() => {
      // An app that calls whenever it can, and as soon as the page is back.
      const call = () => void window.kit.call()
      document.addEventListener('resume', call)
      window.addEventListener('pageshow', call)
      document.addEventListener('visibilitychange', call)
    })
    await freeze(frozen)
    await other.evaluate(() => window.kit.signOut())
    await thaw(frozen)
    await frozen.evaluate(() => window.kit.until({ status: 'signedOut' }))
    const sent = await frozen.evaluate(() => window.kit.sent)
    expect(sent).toEqual([])
    expect(api.controls.log.entries().filter(({ route }) => route === 'call')).toEqual([])
  })

  test('behavior: a page from the back/forward cache shows signed out before anything leaves it', async (context) => {
    const { api, openTabs } = await open(context, { providers: { tako: { reuse: 'strict' } } })
    const [away, other] = (await openTabs(2)) as [Page, Page]
    await away.evaluate((tokens) => window.kit.start(tokens), await api.issue())
    await other.evaluate(() => window.kit.until({ status: 'signedIn' }))
    await away.evaluate(() => {
      const page = window as Window & { isRestored?: boolean }
      const call = () => void window.kit.call()
      window.addEventListener('pageshow', (event) => {
        page.isRestored = event.persisted
        call()
      })
      document.addEventListener('resume', call)
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') call()
      })
    })
    await away.goto(new URL('/elsewhere', away.url()).href)
    await other.evaluate(() => window.kit.signOut())
    await away.goBack({ waitUntil: 'commit' })
    const ended = await away.evaluate(() => window.kit.until({ status: 'signedOut' }))
    expect(ended).toMatchObject({ reason: 'signed-out-elsewhere', hasToken: false })
    expect(
      await away.evaluate(() => (window as Window & { isRestored?: boolean }).isRestored),
    ).toBe(true)
    expect(await away.evaluate(() => window.kit.sent)).toEqual([])
    expect(api.controls.log.entries().filter(({ route }) => route === 'call')).toEqual([])
  })

  test('behavior: a page from the back/forward cache finds who signed in elsewhere', async (context) => {
    const { api, openTabs } = await open(context, { providers: { tako: { reuse: 'strict' } } })
    const [away, other] = (await openTabs(2)) as [Page, Page]
    await away.evaluate(() => {
      const page = window as Window & { isRestored?: boolean }
      window.addEventListener('pageshow', (event) => {
        page.isRestored = event.persisted
      })
      return window.kit.until({ status: 'signedOut' })
    })
    await away.goto(new URL('/elsewhere', away.url()).href)
    await other.evaluate((tokens) => window.kit.start(tokens), await api.issue())
    await away.goBack({ waitUntil: 'commit' })
    expect(await away.evaluate(() => window.kit.until({ status: 'signedIn' }))).toMatchObject({
      gen: 1,
      hasToken: true,
    })
    expect(
      await away.evaluate(() => (window as Window & { isRestored?: boolean }).isRestored),
    ).toBe(true)
    expect(api.counters().requests).toBe(0)
  })
})
