import { describe, expect, test } from 'vitest'
import { memoryStore } from '../stores/memoryStore.ts'
import type { TestBrowser } from '../testing/createBrowser.ts'
import { createWorld, readToken } from '../testing/createWorld.ts'

const token = (page: TestBrowser, known?: string) =>
  page.post('/auth/tako/token', { account: '', ...(known && { known }) })

async function setup(tokensIn: 'cookie' | 'store', reuse: 'strict' | 'grace') {
  const world = createWorld({ tokensIn }, { tako: { reuse, refreshLifetimeMs: 1e12 } })
  const page = world.browser()
  await world.start(page, 'tako')
  const { handle } = await readToken(await token(page))
  return { ...world, page, handle }
}

describe.each(['cookie', 'store'] as const)('tokens in the %s', (tokensIn) => {
  test.each([5, 29, 31, 3_600, 86_400, 29 * 86_400])(
    'behavior: a renewal whose cookie never arrived, back after %i s: still signed in',
    async (afterS) => {
      for (const reuse of ['strict', 'grace'] as const) {
        const { time, page, handle, browser, controls } = await setup(tokensIn, reuse)
        const lost = browser(new Map(page.jar))
        const { accessToken } = await readToken(await token(lost, handle))
        time.advance(afterS * 1_000)
        const back = await readToken(await token(page))
        if (afterS < 3_000) expect(back.accessToken).toBe(accessToken)
        await readToken(await token(page, back.handle))
        expect(controls.tako.counters().reuses).toBe(0)
      }
    },
  )

  test('behavior: lost again and again: the newest is found', async () => {
    const { time, page, handle, browser, controls } = await setup(tokensIn, 'strict')
    let known = handle
    for (let round = 0; round < 3; round++) {
      const lost = browser(new Map(page.jar))
      known = (await readToken(await token(lost, known))).handle
      time.advance(600_000)
    }
    expect((await readToken(await token(page))).handle).toBe(known)
    expect(controls.tako.counters()).toMatchObject({ requests: 3, reuses: 0 })
  })
})

test('behavior: once the browser has shown its new cookie, the successor is kept for late requests only', async () => {
  const rows = new Map<string, { value: string; ttlMs: number }>()
  let nowAt = () => 0
  const inner = memoryStore({ now: () => nowAt() })
  const store: typeof inner = {
    ...inner,
    async write(key, row) {
      const isWritten = await inner.write(key, row)
      if (isWritten) rows.set(key, row)
      return isWritten
    },
  }
  const world = createWorld({ store })
  nowAt = world.time.now
  const page = world.browser()
  await world.start(page, 'tako')
  const { handle } = await readToken(await token(page))
  expect(rows.size).toBe(0)
  const late = world.browser(new Map(page.jar))
  const renewed = await readToken(await token(page, handle))
  const [row] = rows.values()
  // Until the session's end, and sealed.
  expect(row?.ttlMs).toBe(30 * 86_400_000)
  expect(row?.value).not.toContain(renewed.accessToken)
  world.time.advance(60_000)
  await readToken(await token(page))
  const [seen] = rows.values()
  expect(seen?.ttlMs).toBe(30_000)
  expect((await readToken(await token(late))).handle).toBe(renewed.handle)
  world.time.advance(30_001)
  const [key = ''] = rows.keys()
  expect(await store.read(key)).toBeUndefined()
  // A session that is only read writes nothing.
  rows.clear()
  await readToken(await token(page))
  expect(rows.size).toBe(0)
})
