import { AsyncLocalStorage } from 'node:async_hooks'
import { describe, expect, test } from 'vitest'
import { tako } from '@takokit/core'
import { createRelay } from '../createRelay.ts'
import { memoryStore } from '../stores/memoryStore.ts'
import { createBrowser, type TestBrowser, testOrigin } from '../testing/createBrowser.ts'
import { createTime } from '../testing/createTime.ts'
import { testSecret } from '../testing/createWorld.ts'
import type { RelayOptions } from '../types/RelayOptions.ts'
import { defaultTiming } from '../types/RelayTiming.ts'

interface Page {
  owner: string
  browser: TestBrowser
  /** When it asks next. */
  askAt: number
  asking: Promise<void> | undefined
  answerAt: number
  isBack: boolean
}

type Fault = 'refuses' | 'hangs'

/** The relay answers within this time, whatever the provider does. */
const answerMs = defaultTiming.answerWithinMs
const lifetimeMs = 60_000

interface OutageWorld {
  relays?: number
  rateLimits?: RelayOptions['rateLimits']
}

/** A provider that rotates strictly and can be down, and relays on one store. */
function createOutageWorld({ relays = 1, rateLimits = false }: OutageWorld = {}) {
  const time = createTime()
  let seed = 42
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  const owners = new Map<string, string>()
  const sentAt: number[] = []
  const state = { fault: undefined as Fault | undefined, failing: new Set<string>() }
  /** Requests without an answer, by session. They are answered once the provider is back. */
  const hanging = new Map<string, () => void>()
  const events = new EventTarget()
  const asked = new AsyncLocalStorage<() => void>()
  /** Requests whose time is over. The relay still reads what has arrived. */
  let givingUp = 0
  let issued = 0
  function issue(owner: string) {
    issued += 1
    const refreshToken = `refresh-${issued}`
    owners.set(refreshToken, owner)
    return { accessToken: `access-${issued}`, refreshToken }
  }
  async function hang(owner: string, signal: AbortSignal | null | undefined): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      hanging.set(owner, resolve)
      events.dispatchEvent(new Event(owner))
      signal?.addEventListener('abort', () => reject(new Error('aborted')))
    }).finally(() => {
      hanging.delete(owner)
      if (signal?.aborted) givingUp -= 1
    })
  }
  async function fetch(_: string, init: RequestInit): Promise<Response> {
    sentAt.push(time.now())
    const { refresh_token: token } = JSON.parse(String(init.body)) as { refresh_token: string }
    const owner = owners.get(token)
    if (state.fault === 'hangs') await hang(owner ?? '', init.signal)
    if (state.fault === 'refuses' || state.failing.has(owner ?? ''))
      return new Response('down', { status: 503 })
    if (!owner || !owners.delete(token)) return Response.json({ status: 'error', error_code: 3000 })
    const pair = issue(owner)
    return Response.json({
      status: 'success',
      data: { token: pair.accessToken, refresh_token: pair.refreshToken, expires_in: 3_600 },
    })
  }
  const store = memoryStore({ now: time.now })
  const all = Array.from({ length: relays }, () =>
    createRelay({
      providers: [tako()],
      secret: testSecret,
      origin: testOrigin,
      store,
      rateLimits,
      logger: false,
      fetch,
      now: time.now,
      setTimer(callback, delayMs) {
        if (delayMs === answerMs) asked.getStore()?.()
        if (delayMs <= answerMs) return time.setTimer(callback, delayMs)
        return time.setTimer(() => {
          givingUp += 1
          callback()
        }, delayMs)
      },
      random,
      timing: { confirmDelayMs: 0 },
    }),
  )
  let turn = 0
  function next() {
    const relay = all[turn++ % all.length]
    if (!relay) throw new Error('There is no relay.')
    return relay
  }

  async function open(owner: string): Promise<Page> {
    const starting = createBrowser({
      send: (request) =>
        next().startSession(request, {
          provider: 'tako',
          tokens: { ...issue(owner), expiresInMs: lifetimeMs },
        }),
    })
    await starting.post('/login')
    const browser = createBrowser({ send: (request) => next().fetch(request), jar: starting.jar })
    // All ask within the first seconds after their tokens have expired.
    const askAt = time.now() + lifetimeMs + random() * 3_000
    return { owner, browser, askAt, asking: undefined, answerAt: 0, isBack: false }
  }

  /** Sessions whose tokens expire as the provider stops to serve. */
  async function start(count: number, fault: Fault): Promise<Page[]> {
    const pages: Page[] = []
    for (let index = 0; index < count; index++) pages.push(await open(`user-${index}`))
    time.advance(lifetimeMs)
    state.fault = fault
    return pages
  }

  async function ask(page: Page): Promise<void> {
    const response = await page.browser.post('/auth/tako/token', { account: '' })
    page.asking = undefined
    if (response.status === 200) page.isBack = true
    else {
      // An outage signs no session out.
      expect(response.status).toBe(503)
      const { retryAfterMs } = (await response.json()) as { retryAfterMs: number }
      page.askAt = time.now() + retryAfterMs
    }
  }

  async function settledOrHung(owner: string, asking: Promise<void>): Promise<void> {
    let stop = () => {}
    const happened = new Promise<void>((resolve) => {
      stop = () => resolve()
      events.addEventListener(owner, stop, { once: true })
    })
    await Promise.race([asking, happened])
    events.removeEventListener(owner, stop)
  }

  /** Lets pages ask when the relay told them to, until it is `untilAt`. */
  async function live(pages: readonly Page[], untilAt: number, stepMs = 50): Promise<void> {
    for (; time.now() < untilAt; time.advance(stepMs)) {
      while (givingUp > 0) await new Promise((resolve) => void setImmediate(resolve))
      for (const page of pages) {
        if (!page.asking && !page.isBack && page.askAt <= time.now()) {
          page.answerAt = time.now() + answerMs
          await new Promise<void>((resolve) => {
            page.asking = asked.run(resolve, () => ask(page)).finally(resolve)
          })
        }
        if (!page.asking) continue
        // Until it is answered, or nothing can answer it before the clock goes on.
        if (time.now() >= page.answerAt) await page.asking
        else if (!hanging.has(page.owner)) await settledOrHung(page.owner, page.asking)
      }
    }
  }

  function recover(): number {
    state.fault = undefined
    for (const answer of [...hanging.values()]) answer()
    return time.now()
  }

  return { time, state, sentAt, open, start, live, recover }
}

/** The most requests in any window of this length from `fromAt` on. */
function mostWithin(ms: number, sentAt: readonly number[], fromAt: number): number {
  const later = sentAt.filter((at) => at >= fromAt)
  return Math.max(0, ...later.map((at) => later.filter((b) => b >= at && b < at + ms).length))
}

const shareBack = (pages: readonly Page[]) =>
  pages.filter(({ isBack }) => isBack).length / pages.length

describe('an outage of the provider', () => {
  test.each<[fault: Fault, sessions: number, downS: number, relays: number]>([
    ['refuses', 1, 10, 1],
    ['refuses', 1, 60, 1],
    ['refuses', 1, 600, 1],
    ['refuses', 1, 600, 3],
    ['refuses', 2, 10, 1],
    ['refuses', 2, 60, 1],
    ['refuses', 2, 600, 1],
    ['refuses', 2, 60, 3],
    ['refuses', 40, 10, 1],
    ['refuses', 40, 60, 3],
    ['refuses', 40, 600, 3],
    ['hangs', 1, 10, 1],
    ['hangs', 1, 60, 1],
    ['hangs', 1, 600, 1],
    ['hangs', 2, 10, 1],
    ['hangs', 2, 60, 1],
    ['hangs', 2, 600, 3],
    ['hangs', 40, 10, 1],
    ['hangs', 40, 60, 3],
    ['hangs', 40, 600, 3],
  ])(
    'behavior: it %s: %i sessions after %i s, over %i relays: all are back within 10 s',
    async (fault, sessions, downS, relays) => {
      // The default limits: Tako allows 60 requests a minute.
      const isLong = downS * sessions > 5_000
      for (const rateLimits of isLong ? [{}] : [{}, false as const]) {
        const world = createOutageWorld({ relays, rateLimits })
        const { time, sentAt, live, recover } = world
        const pages = await world.start(sessions, fault)
        const downAt = time.now()
        if (isLong) {
          // Of many sessions and minutes, the beginning and the end are enough.
          await live(pages, downAt + 20_000)
          const lastAt = downAt + (downS - 40) * 1_000
          for (const page of pages) page.askAt = lastAt + (page.askAt % 3_000)
          await live(pages, lastAt, 1_000)
        }
        await live(pages, downAt + downS * 1_000)
        expect(shareBack(pages)).toBe(0)
        // The first failures show that it is down.
        const knownAt = downAt + (fault === 'hangs' ? 15_000 : 5_000)
        expect(mostWithin(1_000, sentAt, knownAt)).toBeLessThanOrEqual(2)
        if (sessions === 1) expect(mostWithin(10_000, sentAt, knownAt)).toBeLessThanOrEqual(3)
        if (rateLimits !== false)
          expect(mostWithin(60_000, sentAt, knownAt)).toBeLessThanOrEqual(22)

        const backAt = recover()
        await live(pages, backAt + 10_000)
        expect(shareBack(pages)).toBe(1)
        // Each with one request, and those that hung with none.
        expect(sentAt.filter((at) => at >= backAt).length).toBeLessThanOrEqual(sessions)
        if (rateLimits !== false)
          expect(mostWithin(60_000, sentAt, knownAt)).toBeLessThanOrEqual(60)
      }
    },
  )

  test('behavior: the others follow by and by', async () => {
    const { time, sentAt, live, start, recover } = createOutageWorld({ relays: 3 })
    const pages = await start(200, 'refuses')
    await live(pages, time.now() + 10_000)
    const backAt = recover()
    await live(pages, backAt + 10_000)
    expect(shareBack(pages)).toBe(1)
    // 20 more in each half second.
    const firstAt = Math.min(...sentAt.filter((at) => at >= backAt))
    for (let half = 1; half <= 10; half++) {
      const sent = sentAt.filter((at) => at >= firstAt && at < firstAt + half * 500).length
      expect(sent).toBeLessThanOrEqual(1 + 20 + (20 * half * (half + 1)) / 2)
    }
    expect(sentAt.filter((at) => at >= backAt)).toHaveLength(200)
  })

  test('behavior: they stay inside the provider’s allowance until the last is back', async () => {
    const allowance = { requests: 60, perMs: 60_000 }
    const { time, sentAt, live, start, recover } = createOutageWorld({
      relays: 2,
      rateLimits: { provider: allowance },
    })
    const pages = await start(90, 'refuses')
    await live(pages, time.now() + 10_000)
    const backAt = recover()
    await live(pages, backAt + 60_000)
    expect(shareBack(pages)).toBe(1)
    const later = sentAt.filter((at) => at >= backAt)
    expect(later).toHaveLength(90)
    // So many may come at once, and one each second.
    later.forEach((at, index) => {
      const ms = at - (later[0] ?? at)
      expect(index + 1).toBeLessThanOrEqual(
        allowance.requests + 1 + (ms * allowance.requests) / allowance.perMs,
      )
    })
  })

  test('behavior: a provider that never answers keeps few sessions waiting', async () => {
    const { time, live, start, state } = createOutageWorld()
    const pages = await start(100, 'hangs')
    // They ask one after the other.
    for (const [index, page] of pages.entries()) page.askAt += index * 1_000
    await live(pages, time.now() + 60_000)
    state.fault = undefined
    await live(pages.slice(0, 60), time.now() + 10_000)
    const stuck = pages.slice(0, 60).filter(({ isBack }) => !isBack)
    // Those that asked before it was known, and one in five seconds.
    expect(stuck.length).toBeLessThanOrEqual(13 + 11)
    // Their requests are given up after two minutes.
    await live(stuck, time.now() + 120_000)
    expect(shareBack(stuck)).toBe(1)
  })

  test('behavior: a session that the provider always fails on keeps to itself', async () => {
    const { time, state, sentAt, open, live } = createOutageWorld()
    state.failing.add('unlucky')
    const unlucky = await open('unlucky')
    time.advance(lifetimeMs)
    await live([unlucky], time.now() + 120_000)
    expect(sentAt.length).toBeGreaterThan(3)
    // One in five seconds, and the others are served at once.
    expect(sentAt.length).toBeLessThanOrEqual(2 + 120 / 5)
    const other = await open('other')
    time.advance(lifetimeMs)
    other.askAt = time.now()
    await live([other], time.now() + 100)
    expect(other.isBack).toBe(true)
  })
})
