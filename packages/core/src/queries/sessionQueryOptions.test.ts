import { type QueryClient } from '@tanstack/query-core'
import { describe, expect, test } from 'vitest'
import { refreshSession } from '../actions/refreshSession.ts'
import { signOut } from '../actions/signOut.ts'
import { switchAccount } from '../actions/switchAccount.ts'
import { memoryStorage } from '../storage/memoryStorage.ts'
import { sessionQueryOptions } from './sessionQueryOptions.ts'
import { startPage } from './testing/startPage.ts'

function start() {
  return startPage({
    storage: memoryStorage(),
    openChannel: () => ({ post() {}, close() {} }),
    persisted: { text: undefined },
  })
}

async function startSignedIn() {
  const page = start()
  await page.signInAs('A')
  return page
}

const cached = (queryClient: QueryClient) =>
  queryClient
    .getQueryCache()
    .getAll()
    .map(({ queryKey }) => queryKey)

describe('sessionQueryOptions', () => {
  test('default: the key carries provider and account, and the query runs only while signed in', async () => {
    const page = start()
    await page.platform.advance(0)
    expect(page.scoped()).toMatchObject({
      queryKey: ['takokit', 'api', null, 'secret'],
      enabled: false,
    })
    await page.signInAs('A')
    expect(page.scoped()).toMatchObject({
      queryKey: ['takokit', 'api', 'A', 'secret'],
      enabled: true,
    })
    const fetching = page.queryClient.fetchQuery(page.scoped())
    await page.platform.advance(0)
    page.answer()
    expect(await fetching).toBe('secret of A, 0')
    await signOut(page.auth)
    expect(page.scoped()).toMatchObject({
      queryKey: ['takokit', 'api', null, 'secret'],
      enabled: false,
    })
    expect(cached(page.queryClient)).toEqual([])
  })

  test('parameters: account, of a session that is not in use', async () => {
    const page = await startSignedIn()
    await page.signInAs('B')
    const options = sessionQueryOptions(page.auth, {
      account: 'A',
      queryKey: ['secret'],
      queryFn: async ({ authFetch }) => (await authFetch('https://api.example/secret')).json(),
    })
    const fetching = page.queryClient.fetchQuery(options)
    await page.platform.advance(0)
    page.answer()
    expect(await fetching).toBe('secret of A, 0')
    await signOut(page.auth, { account: 'A' })
    expect(cached(page.queryClient)).toEqual([])
  })

  test('parameters: enabled, and every other option of TanStack Query', async () => {
    const page = await startSignedIn()
    const all = { queryKey: ['secret'], queryFn: () => 1, staleTime: 5, meta: { a: 1 } }
    expect(sessionQueryOptions(page.auth, { ...all, enabled: false }).enabled).toBe(false)
    const options = sessionQueryOptions(page.auth, { ...all, select: (data) => data + 1 })
    expect(options).toMatchObject({ staleTime: 5, meta: { a: 1 }, enabled: true })
    expect(options.select?.(1)).toBe(2)
  })

  test('behavior: initial data belongs to no account, so it is not taken', async () => {
    const page = await startSignedIn()
    const given = { queryKey: ['secret'], queryFn: () => 'of B', initialData: 'of A' }
    expect(sessionQueryOptions(page.auth, given as never)).toMatchObject({ initialData: undefined })
  })

  test('behavior: does not run again when tokens are refreshed', async () => {
    const page = await startSignedIn()
    page.mount()
    await page.platform.advance(0)
    const sent = page.sent()
    await refreshSession(page.auth)
    await page.platform.advance(0)
    expect(page.sent()).toBe(sent)
    expect(page.scoped().queryKey).toEqual(['takokit', 'api', 'A', 'secret'])
  })

  test('behavior: a request in flight is aborted, and its answer dropped, once the account leaves', async () => {
    const page = await startSignedIn()
    let signal: AbortSignal | undefined
    let resolve: (text: string) => void = () => {}
    const options = sessionQueryOptions(page.auth, {
      queryKey: ['slow'],
      queryFn: (context) => {
        signal = context.signal
        return new Promise<string>((settle) => (resolve = settle))
      },
    })
    const fetching = page.queryClient.fetchQuery(options)
    const failed = expect(fetching).rejects.toMatchObject({ silent: true })
    await page.platform.advance(0)
    await page.signInAs('B')
    expect(signal?.aborted).toBe(true)
    resolve('secret of A')
    await failed
    await page.platform.advance(0)
    expect(page.secrets()).toEqual([])
  })

  test('behavior: an answer is dropped where TanStack Query names no client to the query (before 5.62)', async () => {
    const page = await startSignedIn()
    let resolve: (text: string) => void = () => {}
    const { queryFn, queryKey } = sessionQueryOptions(page.auth, {
      queryKey: ['slow'],
      queryFn: () => new Promise<string>((settle) => (resolve = settle)),
    })
    const fetching = queryFn({ queryKey, signal: new AbortController().signal })
    await page.platform.advance(0)
    await signOut(page.auth)
    resolve('secret of A')
    await expect(fetching).rejects.toMatchObject({ code: 'session/signed-out' })
  })

  test('behavior: run while signed out, it fails instead of waiting', async () => {
    const page = start()
    await expect(page.queryClient.fetchQuery(page.scoped())).rejects.toMatchObject({
      code: 'session/signed-out',
    })
    expect(page.sent()).toBe(0)
  })

  test('behavior: a placeholder is never the data of another account', async () => {
    const page = await startSignedIn()
    page.mount()
    await page.platform.advance(0)
    while (page.answer()) await page.platform.advance(0)
    expect(page.results()[0]).toMatch(/of A/)
    await page.signInAs('B')
    expect(page.results()[0]).toBeUndefined()
  })

  test('behavior: what writes to the key of an account that has left is removed', async () => {
    const page = await startSignedIn()
    page.scope()
    const { queryKey } = page.scoped()
    await signOut(page.auth)
    page.queryClient.setQueryData(queryKey, 'secret of A')
    expect(page.secrets()).toEqual([])
  })
})

describe('scopeQueries', () => {
  test('parameters: queryKeys and meta tie own queries, and a switch fetches them for the next account', async () => {
    const page = await startSignedIn()
    await page.signInAs('B')
    page.scope()
    page.mount()
    await page.platform.advance(0)
    while (page.answer()) await page.platform.advance(0)
    expect(page.results()).toEqual(expect.arrayContaining([expect.stringMatching(/of B/)]))
    switchAccount(page.auth, { account: 'A' })
    // In the same task, so before the next paint.
    expect(page.secrets()).toEqual([])
    await page.platform.advance(0)
    while (page.answer()) await page.platform.advance(0)
    expect(page.results().slice(1, 3)).toEqual([
      expect.stringMatching(/of A/),
      expect.stringMatching(/of A/),
    ])
  })

  test('parameters: queryPersister, of single queries', async () => {
    const page = await startSignedIn()
    const removed: unknown[] = []
    const { scopeQueries } = await import('./scopeQueries.ts')
    const queryPersister = { removeQueries: (filters: object) => removed.push(filters) }
    scopeQueries(page.auth, { queryClient: page.queryClient, queryPersister })
    await signOut(page.auth)
    expect(removed).toEqual([{ queryKey: ['takokit', 'api', 'A'] }])
  })

  test('behavior: a mutation is forgotten, its callbacks do not run, and a paused one never resumes', async () => {
    const page = await startSignedIn()
    page.scope()
    const observer = page.mutate()
    await page.platform.advance(0)
    await page.signInAs('B')
    expect(page.queryClient.getMutationCache().getAll()).toEqual([])
    page.answer()
    await page.platform.advance(0)
    expect(observer.getCurrentResult()).toMatchObject({ status: 'idle', data: undefined })
    expect(page.queryClient.getQueryData(['unscoped'])).toBeUndefined()
  })

  test('behavior: queries of no session, such as wagmi’s, are not touched', async () => {
    const page = await startSignedIn()
    page.scope()
    page.mount()
    await page.platform.advance(0)
    const find = () =>
      page.queryClient.getQueryCache().find({ queryKey: ['balance', { chainId: 1 }] })
    const before = find()
    const { state } = before ?? {}
    expect(state?.data).toBe('a balance')
    await page.signInAs('B')
    await signOut(page.auth)
    expect(find()).toBe(before)
    expect(find()?.state).toBe(state)
  })
})

describe('sessionPersister', () => {
  test('default: what is stored leaves with its account, in the same task', async () => {
    const persisted: { text: string | undefined } = { text: undefined }
    const page = startPage({
      storage: memoryStorage(),
      openChannel: () => ({ post() {}, close() {} }),
      persisted,
    })
    await page.signInAs('A')
    page.scope()
    page.mount()
    await page.platform.advance(0)
    while (page.answer()) await page.platform.advance(0)
    await page.persist()
    expect(persisted.text).toMatch(/secret of A/)
    let atTheChange: string | undefined = 'not called'
    page.auth.subscribe(() => (atTheChange = persisted.text))
    await signOut(page.auth)
    expect(atTheChange ?? '').not.toMatch(/secret of A/)
    expect(persisted.text).toMatch(/a balance/)
  })

  test('behavior: entries of an account that is not in use are not restored', async () => {
    const page = await startSignedIn()
    page.mount()
    await page.platform.advance(0)
    while (page.answer()) await page.platform.advance(0)
    await page.persist()
    const stored = await page.persister.restoreClient()
    expect(JSON.stringify(stored)).toMatch(/secret of A/)
    const { text } = { text: JSON.stringify(stored) }
    const other = startPage({
      storage: memoryStorage(),
      openChannel: () => ({ post() {}, close() {} }),
      persisted: { text },
    })
    await other.signInAs('B')
    await other.restore()
    expect(other.secrets()).toEqual([])
    expect(other.queryClient.getQueryData(['balance', { chainId: 1 }])).toBe('a balance')
  })
  test('behavior: they are removed from the storage when it is read', async () => {
    const page = await startSignedIn()
    page.mount()
    await page.platform.advance(0)
    while (page.answer()) await page.platform.advance(0)
    await page.persist()
    const text = JSON.stringify(await page.persister.restoreClient())
    const persisted: { text: string | undefined } = { text }
    const other = startPage({
      storage: memoryStorage(),
      openChannel: () => ({ post() {}, close() {} }),
      persisted,
    })
    await other.signInAs('B')
    await other.restore()
    expect(persisted.text).not.toMatch(/secret of A/)
    expect(persisted.text).toMatch(/a balance/)
  })
})
