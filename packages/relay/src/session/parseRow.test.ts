import { describe, expect, test } from 'vitest'
import { createRelay } from '../createRelay.ts'
import { memoryStore } from '../stores/memoryStore.ts'
import { createBrowser, type TestBrowser } from '../testing/createBrowser.ts'
import { createWorld, readProblem, readToken } from '../testing/createWorld.ts'
import type { SessionRow } from '../types/SessionRow.ts'

const token = (page: TestBrowser, known?: string) =>
  page.post('/auth/tako/token', { account: '', ...(known && { known }) })

type Change = (row: SessionRow) => string
const changed =
  (more: object): Change =>
  (row) =>
    JSON.stringify({ ...row, ...more })
const without =
  (...names: (keyof SessionRow)[]): Change =>
  (row) =>
    JSON.stringify(
      Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name as never))),
    )
const cut: Change = (row) => JSON.stringify(row).slice(0, 30)

/** Two versions of the relay on one store. The other one writes its rows in its own format. */
async function setup(change: Change) {
  const inner = memoryStore()
  const store: typeof inner = {
    ...inner,
    write: (key, row) =>
      inner.write(
        key,
        key.startsWith('session:')
          ? { ...row, value: change(JSON.parse(row.value) as SessionRow) }
          : row,
      ),
  }
  const world = createWorld(
    { store: inner, now: undefined, setTimer: undefined },
    { now: Date.now },
  )
  const other = createRelay({ ...world.relayOptions, store })
  const page = world.browser()
  await world.start(page, 'tako')
  const { handle } = await readToken(await token(page))
  const at = (jar: Map<string, string>) =>
    createBrowser({ jar, send: (request) => other.fetch(request) })
  return { ...world, page, handle, other: at(page.jar), copy: world.browser(new Map(page.jar)) }
}

describe('a sign-out that another version wrote', () => {
  test.each<[string, Change]>([
    ['as it is', changed({})],
    ['with a member more', changed({ extra: 1 })],
    ['of version 2', changed({ v: 2 })],
    ['of version 2, with other members', (row) => JSON.stringify({ v: 2, ended: row.ended })],
    ['with a member of another type', changed({ failures: 'none', untilAt: 'later' })],
    ['without members', without('failures', 'refusals', 'lost', 'untilAt')],
  ])('behavior: %s: signed out it is', async (_, change) => {
    const { other, copy, handle, controls } = await setup(change)
    await other.post('/auth/tako/sign-out')
    for (const known of [undefined, handle])
      expect(await readProblem(await token(copy, known))).toMatchObject({
        status: 401,
        code: 'session/signed-out',
      })
    expect(controls.tako.counters().requests).toBe(0)
  })

  test.each<[string, Change]>([
    ['for a reason that is new', changed({ ended: 'revoked-by-admin' })],
    ['that was cut', cut],
    ['that is nothing', () => ''],
    ['that is no object', () => 'null'],
  ])('behavior: %s: 503 and a log line, nothing is sent or cleared', async (_, change) => {
    const { other, copy, handle, controls, logs } = await setup(change)
    await other.post('/auth/tako/sign-out')
    for (const known of [undefined, handle]) {
      const answer = await token(copy, known)
      expect(answer.status).toBe(503)
      expect(answer.headers.getSetCookie()).toEqual([])
      expect(await readProblem(answer)).toMatchObject({
        code: 'relay/store-unavailable',
        retryAfterMs: 2_000,
      })
    }
    expect(logs.filter(({ event }) => event === 'row-unreadable')).toHaveLength(2)
    expect(controls.tako.counters().requests).toBe(0)
    // A sign-out takes effect, whatever the row held.
    const again = new Map(copy.jar)
    expect((await copy.post('/auth/tako/sign-out')).status).toBe(200)
    copy.jar.clear()
    for (const [name, value] of again) copy.jar.set(name, value)
    expect((await token(copy)).status).toBe(401)
  })
})

describe.each(['cookie', 'store'] as const)(
  'tokens that cannot be opened, in the %s',
  (tokensIn) => {
    const damage =
      (change: (sealed: string) => string): Change =>
      (row) =>
        JSON.stringify({ ...row, ...(row.sealed && { sealed: change(row.sealed) }) })

    test.each<[string, Change]>([
      ['that were cut', damage((sealed) => sealed.slice(0, -9))],
      ['that are nothing', damage((sealed) => sealed.slice(0, sealed.indexOf('.') + 1))],
      [
        'that were changed',
        damage((sealed) => `${sealed.slice(0, -1)}${sealed.endsWith('A') ? 'Q' : 'A'}`),
      ],
      ['that are no text of ours', damage(() => '🔑')],
    ])('behavior: %s: 503, nothing is sent, and nobody is signed out', async (_, change) => {
      const inner = memoryStore()
      let isDamaged = false
      const world = createWorld(
        {
          tokensIn,
          store: {
            ...inner,
            async read(key) {
              const row = await inner.read(key)
              if (!row || !isDamaged || !key.startsWith('session:')) return row
              return { ...row, value: change(JSON.parse(row.value) as SessionRow) }
            },
          },
          now: undefined,
          setTimer: undefined,
        },
        { now: Date.now },
      )
      const page = world.browser()
      await world.start(page, 'tako')
      const { handle } = await readToken(await token(page))
      const before = new Map(page.jar)
      const renewed = await readToken(await token(page, handle))
      isDamaged = true
      const late = world.browser(new Map(before))
      for (const known of [handle, undefined]) {
        const answer = await token(late, known)
        // In cookies, the token at hand is still valid.
        expect([answer.status, known ?? tokensIn]).toEqual(
          known || tokensIn === 'store' ? [503, known ?? tokensIn] : [200, 'cookie'],
        )
        expect(answer.headers.getSetCookie()).toEqual([])
      }
      expect(world.controls.tako.counters()).toMatchObject({ requests: 1, reuses: 0 })
      isDamaged = false
      expect((await readToken(await token(late, handle))).handle).toBe(renewed.handle)
    })
  },
)

test('behavior: a row that cannot be replaced is given up after a while, and the browser signed out', async () => {
  const inner = memoryStore()
  let writes = 0
  let isStuck = false
  const world = createWorld({
    store: {
      ...inner,
      async write(key, row) {
        if (!isStuck || !key.startsWith('session:')) return inner.write(key, row)
        writes++
        return false
      },
    },
  })
  const page = world.browser()
  await world.start(page, 'tako')
  isStuck = true
  const answer = await page.post('/auth/tako/sign-out')
  expect([answer.status, page.jar.size]).toEqual([503, 0])
  expect(writes).toBeGreaterThan(0)
  expect(writes).toBeLessThan(1_000)
})

describe('a version is rolled back', () => {
  test('behavior: what the newer one renewed in another format is waited for, not renewed again', async () => {
    const { other, page, copy, handle, controls } = await setup(changed({ v: 2 }))
    // The newer version renews. After a rollback, the older one cannot read that row.
    controls.tako.failNext('lost-answer')
    const renewed = await token(other, handle)
    expect(renewed.status).toBe(503)
    expect((await token(copy, handle)).status).toBe(503)
    expect((await token(page)).status).toBe(503)
    expect(controls.tako.counters().reuses).toBe(0)
  })

  test('behavior: rows with members of a newer version are read, rows without those of this one too', async () => {
    for (const change of [
      changed({ newer: { nested: true } }),
      without('attemptMs', 'seen'),
    ] as const) {
      const { other, page, copy, handle, controls } = await setup(change)
      const renewed = await readToken(await token(other, handle))
      expect((await readToken(await token(copy, handle))).handle).toBe(renewed.handle)
      await readToken(await token(page, renewed.handle))
      expect(controls.tako.counters()).toMatchObject({ requests: 2, reuses: 0 })
    }
  })
})
