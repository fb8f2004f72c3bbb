import { describe, expect, test } from 'vitest'
import type { SessionRecord } from '../../types/SessionRecord.ts'
import type { AuthStorage, BudgetRow, SessionRows, SessionStore } from '../../types/SessionStore.ts'
import type { TokenSet } from '../../types/TokenSet.ts'

export interface StorageUnderTest {
  create: () => AuthStorage
  shared: boolean
  /** Whether a second opening finds what was written. */
  survives: boolean
  /** Everything stored under a namespace, as text. Absent if only the page's memory holds it. */
  dump?: ((namespace: string) => Promise<string>) | undefined
  /** Puts a row where the storage keeps its own. */
  putRow?: ((namespace: string, key: string, row: unknown) => Promise<void>) | undefined
  /** Makes the stored tokens unreadable, and leaves the records unchanged. */
  corruptTokens?: ((namespace: string) => Promise<void>) | undefined
}

export const key = 'tako:alice'

let opened = 0

/** Opens a storage that is still unused, and records its warnings. */
export async function openFresh(create: () => AuthStorage) {
  opened += 1
  const namespace = `test-${Date.now()}-${opened}`
  const warnings: string[] = []
  const open = () => create().open({ namespace, warn: (message) => warnings.push(message) })
  return { namespace, warnings, open, store: await open() }
}

export function recordOf(changed: Partial<SessionRecord> = {}): SessionRecord {
  return {
    v: 1,
    provider: 'tako',
    account: 'alice',
    sid: 'sid-1',
    gen: 1,
    status: 'signedIn',
    startedAt: 1_000,
    requestedAt: 1_000,
    lifetimeMs: 3_600_000,
    failures: 0,
    refusals: 0,
    lost: false,
    ...changed,
  }
}

export const tokensOf = (gen: number): TokenSet => ({
  accessToken: `access-${gen}-3q2kXw9`,
  refreshToken: `refresh-${gen}-7hR1mZt`,
  lifetimeMs: 3_600_000,
  subject: 'alice',
})

const start = (store: SessionStore, record = recordOf(), at = key) =>
  store.update(at, (rows) => ({ ...rows, record }), tokensOf(record.gen))

/** Writes the next generation if the previous one is still stored. */
const renew = (store: SessionStore, from: number) =>
  store.update(
    key,
    ({ record, ...rows }: SessionRows) =>
      record?.gen === from ? { ...rows, record: { ...record, gen: from + 1 } } : undefined,
    tokensOf(from + 1),
  )

const signOut = (store: SessionStore) =>
  store.update(key, ({ record }) => ({
    record: record && { ...record, status: 'signedOut' },
    tombstone: { v: 1, sid: record?.sid ?? '', gen: (record?.gen ?? 0) + 1, at: 2_000 },
  }))

/** What the one who changes a budget was given. */
async function budgetOf(
  store: SessionStore,
  provider: string,
  change: (row: BudgetRow) => BudgetRow = (row) => row,
): Promise<BudgetRow | undefined> {
  let given: BudgetRow | undefined
  await store.updateBudget(provider, (row) => {
    given = row
    return change(row)
  })
  return given
}

/** What every storage does alike. */
export function describeStorage(name: string, storage: StorageUnderTest): void {
  const { create, shared, survives, dump, putRow, corruptTokens } = storage

  describe(`contract: ${name}`, () => {
    test('default: reads what was written', async () => {
      const { store, warnings } = await openFresh(create)
      expect(await store.read(key)).toEqual({})
      expect(await start(store)).toBe(true)
      expect(await store.read(key)).toEqual({ record: recordOf(), tokens: tokensOf(1) })
      expect(store.shared).toBe(shared)
      expect(warnings).toEqual([])
    })

    test('behavior: a change without tokens leaves them as they are', async () => {
      const { store } = await openFresh(create)
      await start(store)
      const attempt = { id: 'a', at: 3_000, locked: true }
      await store.update(key, ({ record, ...rows }) => ({
        ...rows,
        record: record && { ...record, attempt },
      }))
      expect(await store.read(key)).toEqual({ record: recordOf({ attempt }), tokens: tokensOf(1) })
    })

    test('behavior: compare-and-set refuses what is outdated', async () => {
      const { store } = await openFresh(create)
      await start(store)
      expect(await renew(store, 1)).toBe(true)
      expect(await renew(store, 1)).toBe(false)
      expect(await store.read(key)).toMatchObject({ record: { gen: 2 }, tokens: tokensOf(2) })
    })

    test('behavior: of many at once one wins', async () => {
      const { store, open } = await openFresh(create)
      const stores = [store, ...(survives ? [await open(), await open()] : [])]
      await start(store)
      const tries = stores.flatMap((one) => Array.from({ length: 4 }, () => renew(one, 1)))
      const written = await Promise.all(tries)
      expect(written.filter(Boolean)).toHaveLength(1)
      for (const one of stores)
        expect(await one.read(key)).toMatchObject({ record: { gen: 2 }, tokens: tokensOf(2) })
    })

    test('behavior: tokens are sealed for the generation that is written, also where it is found late', async () => {
      const { store } = await openFresh(create)
      await start(store)
      const written = await Promise.all(
        Array.from({ length: 4 }, () =>
          store.update(
            key,
            ({ record, ...rows }) => ({
              ...rows,
              record: recordOf({ gen: (record?.gen ?? 0) + 1 }),
            }),
            tokensOf(9),
          ),
        ),
      )
      expect(written).toEqual([true, true, true, true])
      expect(await store.read(key)).toMatchObject({ record: { gen: 5 }, tokens: tokensOf(9) })
    })

    test('behavior: sign-out drops the tokens and leaves a tombstone, which stays', async () => {
      const { store, namespace } = await openFresh(create)
      await start(store)
      await renew(store, 1)
      await signOut(store)
      const tombstone = { v: 1, sid: 'sid-1', gen: 3, at: 2_000 }
      expect(await store.read(key)).toEqual({
        record: recordOf({ gen: 2, status: 'signedOut' }),
        tombstone,
      })
      const left = (await dump?.(namespace)) ?? ''
      for (const gen of [1, 2]) {
        expect(left).not.toContain(tokensOf(gen).accessToken)
        expect(left).not.toContain(tokensOf(gen).refreshToken)
      }
      await start(store, recordOf({ sid: 'sid-2', gen: 4 }))
      expect(await store.read(key)).toEqual({
        record: recordOf({ sid: 'sid-2', gen: 4 }),
        tombstone,
        tokens: tokensOf(4),
      })
    })

    test('behavior: a session that ended takes its tokens along where nothing was signed in', async () => {
      const { store } = await openFresh(create)
      await signOut(store)
      expect(await store.read(key)).toMatchObject({ tombstone: { sid: '' } })
    })

    test('default: lists sessions with their tokens, and nothing else', async () => {
      const { store } = await openFresh(create)
      expect(await store.list()).toEqual([])
      await start(store)
      const other = recordOf({ account: 'bob', sid: 'sid-2', gen: 7 })
      await start(store, other, 'tako:bob')
      await store.updateBudget('tako', (row) => ({ ...row, sentAt: [1] }))
      const listed = await store.list()
      expect(listed).toHaveLength(2)
      expect(listed).toEqual(
        expect.arrayContaining([
          { record: recordOf(), tokens: tokensOf(1) },
          { record: other, tokens: tokensOf(7) },
        ]),
      )
    })

    test('default: the budget row is read and written in one step', async () => {
      const { store } = await openFresh(create)
      const seen: number[][] = []
      await Promise.all(
        [1, 2, 3, 4].map((at) =>
          store.updateBudget('tako', (row) => {
            seen.push(row.sentAt)
            return { ...row, sentAt: [...row.sentAt, at] }
          }),
        ),
      )
      expect(seen.map(({ length }) => length)).toEqual([0, 1, 2, 3])
      expect(await budgetOf(store, 'cloudreve', (row) => ({ ...row, pausedUntil: 5 }))).toEqual({
        v: 1,
        sentAt: [],
      })
      expect(await budgetOf(store, 'cloudreve')).toEqual({ v: 1, sentAt: [], pausedUntil: 5 })
    })

    test(`behavior: ${survives ? 'another opening finds it' : 'another opening begins empty'}`, async () => {
      const { store, open } = await openFresh(create)
      await start(store)
      store.close()
      expect(await (await open()).read(key)).toEqual(
        survives ? { record: recordOf(), tokens: tokensOf(1) } : {},
      )
    })

    test('behavior: namespaces are kept apart', async () => {
      const { store } = await openFresh(create)
      const other = await openFresh(create)
      await start(store)
      expect(await other.store.list()).toEqual([])
    })

    if (putRow)
      describe('rows of another make', () => {
        const rows = [
          { record: { ...recordOf(), v: 2 }, sealed: 'of another make' },
          { record: { v: 1, provider: 'tako' } },
          { record: recordOf({ gen: Number.NaN }) },
          'not a row at all',
          null,
        ]

        test.each(rows)('behavior: set aside with one warning: %j', async (row) => {
          const { store, namespace, warnings, open } = await openFresh(create)
          await putRow(namespace, `s:${key}`, row)
          expect(await store.read(key)).toEqual({})
          expect(await store.list()).toEqual([{}])
          expect(warnings).toEqual([expect.stringContaining(key)])
          expect(await start(store)).toBe(true)
          expect(await store.read(key)).toEqual({ record: recordOf(), tokens: tokensOf(1) })
          expect(warnings).toHaveLength(1)
          expect(await dump?.(namespace)).toContain(`x:${key}`)
          expect(await (await open()).read(key)).toMatchObject({ record: { gen: 1 } })
          expect(warnings).toHaveLength(1)
        })

        test('behavior: a budget of another shape counts as none', async () => {
          const { store, namespace } = await openFresh(create)
          await putRow(namespace, 'b:tako', { sentAt: 'many' })
          expect(await budgetOf(store, 'tako')).toEqual({ v: 1, sentAt: [] })
        })

        test('behavior: a tombstone of another shape counts as none', async () => {
          const { store, namespace } = await openFresh(create)
          await putRow(namespace, `t:${key}`, { sid: 5 })
          await start(store)
          expect(await store.read(key)).toEqual({ record: recordOf(), tokens: tokensOf(1) })
        })
      })

    if (corruptTokens)
      test('behavior: tokens that cannot be read are as none', async () => {
        const { store, namespace, open } = await openFresh(create)
        await start(store)
        await corruptTokens(namespace)
        for (const one of [store, await open()]) {
          expect(await one.read(key)).toEqual({ record: recordOf() })
          expect(await one.list()).toEqual([{ record: recordOf() }])
        }
        await start(store, recordOf({ sid: 'sid-2', gen: 2 }))
        expect(await store.read(key)).toMatchObject({ tokens: tokensOf(2) })
      })
  })
}
