import { describe, expect, test } from 'vitest'
import type { TestBrowser } from '../testing/createBrowser.ts'
import { createWorld, readProblem, readToken } from '../testing/createWorld.ts'

const token = (page: TestBrowser, known?: string) =>
  page.post('/auth/tako/token', { account: '', ...(known && { known }) })

/** A provider that refuses a reused token, and leaves the rest of its family valid. */
function createForgivingUpstream() {
  const spent = new Set<string>()
  let issued = 0
  return async (_: string, { body }: RequestInit) => {
    const { refresh_token } = JSON.parse(String(body)) as { refresh_token: string }
    if (spent.has(refresh_token))
      return Response.json(
        { status: 'error', error_code: 1200, error_msg: 'Token refused' },
        { status: 401 },
      )
    spent.add(refresh_token)
    issued += 1
    const data = { token: `a${issued}`, refresh_token: `r${issued}`, expires_in: 3600 }
    return Response.json({ status: 'success', data })
  }
}

async function setup(tokensIn: 'cookie' | 'store' = 'cookie') {
  const world = createWorld({ tokensIn, fetch: createForgivingUpstream() })
  const page = world.browser()
  await world.start(page, 'tako')
  const stale = world.browser(new Map(page.jar))
  const first = await readToken(await token(page))
  const second = await readToken(await token(page, first.handle))
  // The browser shows that it has it, and the time for late requests passes.
  await readToken(await token(page))
  world.time.advance(60_000)
  return { ...world, page, stale, first, second }
}

describe('a provider that refuses spent tokens without revoking the family', () => {
  test('behavior: a stale generation is refused, the newer one goes on', async () => {
    const { page, stale, first, second } = await setup()
    const refused = await token(stale, first.handle)
    expect(await readProblem(refused)).toMatchObject({
      status: 401,
      code: 'session/refresh-refused',
    })
    expect((await readToken(await token(page))).accessToken).toBe(second.accessToken)
    const third = await readToken(await token(page, second.handle))
    expect(third.handle).toBe(second.handle.replace(/2$/, '3'))
    // At its next request, the stale tab gets the newest: the row still holds it.
    expect((await readToken(await token(page))).handle).toBe(third.handle)
  })

  test('behavior: signed out ends all generations, also after a stale one was refused', async () => {
    const { page, stale, first, second, browser } = await setup()
    const copy = browser(new Map(page.jar))
    await token(stale, first.handle)
    expect((await page.post('/auth/tako/sign-out')).status).toBe(200)
    for (const one of [copy, stale])
      expect(await readProblem(await token(one, second.handle))).toMatchObject({
        status: 401,
        code: 'session/signed-out',
      })
  })

  test('behavior: with its tokens in the store, a stale name is answered with the newest', async () => {
    const { stale, first, second } = await setup('store')
    expect((await readToken(await token(stale, first.handle))).handle).toBe(second.handle)
  })
})
