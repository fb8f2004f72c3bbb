import { describe, expect, test } from 'vitest'
import { tako } from '@takokit/core'
import { createRelay } from '../createRelay.ts'
import { memoryStore } from '../stores/memoryStore.ts'
import { createBrowser, type TestBrowser, testOrigin } from '../testing/createBrowser.ts'
import { createTime } from '../testing/createTime.ts'
import { testSecret } from '../testing/createWorld.ts'

interface Page {
  browser: TestBrowser
  /** When it asks next. */
  askAt: number
  isBack: boolean
}

/** A provider that rotates strictly and can be down, and relays on one store. */
function createOutageWorld(relays: number) {
  const time = createTime()
  let seed = 42
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  const good = new Set<string>()
  const sentAt: number[] = []
  const state = { isDown: false, failing: new Set<string>() }
  let issued = 0
  const owners = new Map<string, string>()
  function issue(owner: string) {
    issued += 1
    const refreshToken = `refresh-${issued}`
    good.add(refreshToken)
    owners.set(refreshToken, owner)
    return { accessToken: `access-${issued}`, refreshToken }
  }
  async function fetch(_: string, init: RequestInit): Promise<Response> {
    sentAt.push(time.now())
    const { refresh_token: token } = JSON.parse(String(init.body)) as { refresh_token: string }
    const owner = owners.get(token) ?? ''
    if (state.isDown || state.failing.has(owner)) return new Response('down', { status: 503 })
    if (!good.delete(token)) return Response.json({ status: 'error', error_code: 3000 })
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
      rateLimits: false,
      logger: false,
      fetch,
      now: time.now,
      setTimer: time.setTimer,
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
          tokens: { ...issue(owner), expiresInMs: 60_000 },
        }),
    })
    await starting.post('/login')
    const browser = createBrowser({ send: (request) => next().fetch(request), jar: starting.jar })
    // All ask within the first seconds after their tokens have expired.
    return { browser, askAt: time.now() + 60_000 + random() * 3_000, isBack: false }
  }

  /** Lets pages ask when the relay told them to, until it is `untilAt`. */
  async function live(pages: readonly Page[], untilAt: number): Promise<void> {
    for (; time.now() < untilAt; time.advance(50))
      for (const page of pages) {
        if (page.isBack || page.askAt > time.now()) continue
        const response = await page.browser.post('/auth/tako/token', { account: '' })
        if (response.status === 200) page.isBack = true
        else {
          // Nobody is signed out by an outage.
          expect(response.status).toBe(503)
          const { retryAfterMs } = (await response.json()) as { retryAfterMs: number }
          page.askAt = time.now() + retryAfterMs
        }
      }
  }

  return { time, state, sentAt, open, live }
}

/** The most requests in any window of a second from `fromAt` on. */
function mostInASecond(sentAt: readonly number[], fromAt: number): number {
  const later = sentAt.filter((at) => at >= fromAt)
  return Math.max(0, ...later.map((at) => later.filter((b) => b >= at && b < at + 1_000).length))
}

describe('an outage of the provider', () => {
  test.each([
    [1, 10, 120],
    [1, 60, 40],
    [1, 600, 10],
    [3, 10, 120],
    [3, 60, 40],
    [3, 600, 10],
  ])(
    'behavior: over %i relays, after %i s nearly all of %i sessions are back within 10 s',
    async (relays, downS, count) => {
      const { time, state, sentAt, open, live } = createOutageWorld(relays)
      const pages: Page[] = []
      for (let index = 0; index < count; index++) pages.push(await open(`user-${index}`))
      time.advance(60_000)
      state.isDown = true
      const downAt = time.now()
      await live(pages, downAt + downS * 1_000)
      // The first failures show that it is down. Then two requests a second ask whether it is back.
      expect(mostInASecond(sentAt, downAt + 5_000)).toBeLessThanOrEqual(2)
      expect(pages.filter(({ isBack }) => isBack)).toHaveLength(0)

      state.isDown = false
      const backAt = time.now()
      await live(pages, backAt + 10_000)
      expect(pages.filter(({ isBack }) => isBack).length / count).toBeGreaterThanOrEqual(0.95)
      // They come back by and by, each with one request.
      expect(mostInASecond(sentAt, backAt)).toBeLessThanOrEqual(count * 0.95)
      expect(sentAt.filter((at) => at >= backAt)).toHaveLength(
        pages.filter(({ isBack }) => isBack).length,
      )
    },
  )

  test('behavior: a session that the provider always fails on keeps to itself', async () => {
    const { time, state, sentAt, open, live } = createOutageWorld(1)
    state.failing.add('unlucky')
    const unlucky = await open('unlucky')
    time.advance(60_000)
    await live([unlucky], time.now() + 120_000)
    expect(sentAt.length).toBeGreaterThan(3)
    // Its own waits grow, and the others are served at once.
    expect(sentAt.length).toBeLessThan(15)
    const other = await open('other')
    time.advance(60_000)
    other.askAt = time.now()
    await live([other], time.now() + 100)
    expect(other.isBack).toBe(true)
  })
})
