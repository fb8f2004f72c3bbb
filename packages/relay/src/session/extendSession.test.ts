import { describe, expect, test } from 'vitest'
import type { TestBrowser } from '../testing/createBrowser.ts'
import { createWorld, readToken } from '../testing/createWorld.ts'

const dayMs = 86_400_000
const token = (page: TestBrowser, known?: string) =>
  page.post('/auth/tako/token', { account: '', ...(known && { known }) })

const maxAge = (response: Response) =>
  Number(/max-age=(\d+)/i.exec(response.headers.getSetCookie()[0] ?? '')?.[1] ?? 0) / 86_400

/** The access token lasts as long as the session's cookie, the refresh token for years. */
async function setup(tokensIn: 'cookie' | 'store', timing: { maxSessionMs?: number } = {}) {
  const lifetimes = { accessLifetimeMs: 30 * dayMs, refreshLifetimeMs: 2_000 * dayMs }
  const world = createWorld({ tokensIn, timing }, { tako: lifetimes })
  const page = world.browser()
  await world.start(page, 'tako')
  return { ...world, page }
}

describe.each(['cookie', 'store'] as const)('tokens in the %s', (tokensIn) => {
  test('default: who comes daily stays signed in past thirty days', async () => {
    const { page, time, controls } = await setup(tokensIn)
    let issued = 0
    for (let day = 1; day <= 90; day++) {
      time.advance(dayMs)
      const answer = await token(page)
      issued += answer.headers.getSetCookie().length
      await readToken(answer)
    }
    // Once in half of its lifetime, not with each request; three of them brought new tokens.
    expect(issued).toBe(6)
    expect(controls.tako.counters()).toMatchObject({ requests: 3, reuses: 0 })
  })

  test('default: who stays away for thirty days is signed out', async () => {
    const { page, time } = await setup(tokensIn)
    time.advance(14 * dayMs)
    expect(maxAge(await token(page))).toBe(0)
    time.advance(2 * dayMs)
    expect(maxAge(await token(page))).toBe(30)
    time.advance(30 * dayMs)
    expect((await token(page)).status).toBe(401)
  })

  test('parameters: maxSessionMs is the end, however often somebody comes', async () => {
    const { page, time } = await setup(tokensIn, { maxSessionMs: 40 * dayMs })
    time.advance(16 * dayMs)
    expect(maxAge(await token(page))).toBe(24)
    time.advance(20 * dayMs)
    // Renewed, but not extended.
    expect(maxAge(await token(page))).toBe(4)
    expect(maxAge(await token(page))).toBe(0)
    time.advance(4 * dayMs - 1)
    expect((await token(page)).status).toBe(200)
    time.advance(1)
    expect((await token(page)).status).toBe(401)
  })

  test('behavior: an extended copy does not outlive a sign-out', async () => {
    const { page, time, browser } = await setup(tokensIn)
    time.advance(20 * dayMs)
    const old = browser(new Map(page.jar))
    await token(page)
    const copy = browser(new Map(page.jar))
    await old.post('/auth/tako/sign-out')
    time.advance(29 * dayMs)
    expect((await token(copy)).status).toBe(401)
  })
})
