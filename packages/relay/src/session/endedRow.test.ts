import { expect, test } from 'vitest'
import { memoryStore } from '../stores/memoryStore.ts'
import { createTime } from '../testing/createTime.ts'
import { createWorld, readProblem, readToken } from '../testing/createWorld.ts'

const dayMs = 86_400_000

/** Two generations of a session, and what of it lies in the store. */
async function setup() {
  const time = createTime()
  const inner = memoryStore({ now: time.now })
  const written = new Map<string, { value: string; ttlMs: number }>()
  const world = createWorld(
    {
      now: time.now,
      setTimer: time.setTimer,
      store: {
        ...inner,
        async write(key, row) {
          const isWritten = await inner.write(key, row)
          if (isWritten) written.set(key, row)
          return isWritten
        },
      },
    },
    { now: time.now },
  )
  const page = world.browser()
  await world.start(page, 'tako')
  const { handle } = await readToken(await page.post('/auth/tako/token'))
  const stale = world.browser(new Map(page.jar))
  const row = () => [...written].find(([key]) => key.startsWith('session:'))?.[1]
  return { ...world, time, page, stale, handle, row }
}

test('behavior: of a session that was signed out of nothing but its end is kept, until no cookie of it is taken', async () => {
  const { page, stale, handle, row, time } = await setup()
  await page.post('/auth/tako/token', { account: '', known: handle })
  await page.post('/auth/tako/sign-out')
  expect(JSON.parse(row()?.value ?? '')).toEqual({ v: 1, gen: 2, ended: 'signed-out' })
  expect(row()?.ttlMs).toBe(30 * dayMs)
  time.advance(30 * dayMs - 1)
  expect(await readProblem(await stale.post('/auth/tako/token'))).toMatchObject({
    code: 'session/signed-out',
  })
})

test('behavior: of one that the provider ended, too: a sign-out after it ends the rest', async () => {
  const { page, stale, handle, row, controls } = await setup()
  controls.tako.revoke('all')
  await page.post('/auth/tako/token', { account: '', known: handle })
  expect(JSON.parse(row()?.value ?? '')).toEqual({ v: 1, gen: 1, ended: 'refresh-refused' })
  await stale.post('/auth/tako/sign-out')
  expect(JSON.parse(row()?.value ?? '')).toEqual({ v: 1, gen: 1, ended: 'signed-out' })
  expect(row()?.ttlMs).toBe(30 * dayMs)
})
