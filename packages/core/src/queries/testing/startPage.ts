import { MutationObserver, notifyManager, QueryClient, QueryObserver } from '@tanstack/query-core'
import {
  type PersistedClient,
  persistQueryClientRestore,
  persistQueryClientSave,
  type Persister,
} from '@tanstack/query-persist-client-core'
import { authFetch } from '../../actions/authFetch.ts'
import { startSession } from '../../actions/startSession.ts'
import { createAuthClient } from '../../createAuthClient.ts'
import { defineProvider } from '../../providers/defineProvider.ts'
import { createTestPlatform } from '../../testing/createTestPlatform.ts'
import type { Platform } from '../../types/Platform.ts'
import type { AuthStorage } from '../../types/SessionStore.ts'
import { scopeQueries } from '../scopeQueries.ts'
import { sessionPersister } from '../sessionPersister.ts'
import { sessionQueryOptions } from '../sessionQueryOptions.ts'

notifyManager.setScheduler((callback) => callback())

const hourMs = 3_600_000

/** What a browser keeps of a page over a reload. */
export interface Kept {
  storage: AuthStorage
  openChannel: Platform['openChannel']
  persisted: { text: string | undefined }
}

/** A page with sessions, queries and a persister. Its server answers with the account that a token belongs to, when told to. */
export function startPage({ storage, openChannel, persisted }: Kept) {
  const waiting: (() => void)[] = []
  let sent = 0
  let answered = 0
  const platform = createTestPlatform({ openChannel })
  const fetch: Platform['fetch'] = (input, init) => {
    const request = new Request(input, init)
    const [, account] = (request.headers.get('authorization') ?? '').split('-')
    sent++
    return new Promise((resolve, reject) => {
      const abort = () => reject(new DOMException('Aborted.', 'AbortError'))
      init?.signal?.addEventListener('abort', abort)
      waiting.push(() => resolve(new Response(`"secret of ${account}, ${answered++}"`)))
    })
  }
  let issued = 0
  const issue = (account: string) => ({
    accessToken: `access-${account}-${++issued}`,
    refreshToken: `refresh-${account}-${issued}`,
  })
  const auth = createAuthClient({
    platform: { ...platform, fetch },
    storage,
    providers: [
      defineProvider({
        name: 'api',
        origins: ['https://api.example'],
        refresh: async (_, { account }) => ({
          type: 'ok',
          tokens: { ...issue(account), lifetimeMs: hourMs },
        }),
      }),
    ],
  })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const scope = () => scopeQueries(auth, { queryClient, queryKeys: [['mine']] })
  const url = 'https://api.example/secret'
  const scoped = () =>
    sessionQueryOptions(auth, {
      queryKey: ['secret'],
      queryFn: async ({ authFetch }) => (await (await authFetch(url)).json()) as string,
      placeholderData: (before: string | undefined) => before,
    })
  const own = (key: string, meta?: Record<string, unknown>) => ({
    queryKey: [key],
    ...(meta && { meta }),
    queryFn: async () => (await (await authFetch(auth, url)).json()) as string,
  })
  const ofWagmi = { queryKey: ['balance', { chainId: 1 }], queryFn: () => 'a balance' }
  const persister: Persister = sessionPersister(auth, {
    queryKeys: [['mine']],
    persister: {
      persistClient: (client: PersistedClient) => void (persisted.text = JSON.stringify(client)),
      restoreClient: () => persisted.text && JSON.parse(persisted.text),
      removeClient: () => void (persisted.text = undefined),
    },
  })
  const asOld = { queryClient: queryClient as never, persister }
  let observers: QueryObserver<string>[] = []
  let follow = () => {}

  return {
    auth,
    platform,
    queryClient,
    persister,
    /** Mounts components: one that follows the session, and two with keys of their own. */
    mount() {
      const [first, ...others] = [
        new QueryObserver<string>(queryClient, scoped() as never),
        new QueryObserver<string>(queryClient, own('mine')),
        new QueryObserver<string>(queryClient, own('noted', { takokit: true })),
        new QueryObserver<string>(queryClient, ofWagmi),
      ] as [QueryObserver<string>, ...QueryObserver<string>[]]
      observers = [first, ...others]
      const stops = observers.map((observer) => observer.subscribe(() => {}))
      stops.push(auth.subscribe(() => first.setOptions(scoped() as never)))
      follow = () => stops.forEach((stop) => stop())
    },
    unmount() {
      follow()
      for (const observer of observers) observer.destroy()
      observers = []
    },
    scope,
    scoped,
    results: () => observers.map((observer) => observer.getCurrentResult().data),
    mutate() {
      const observer = new MutationObserver<string, Error, string>(queryClient, {
        mutationKey: ['mine', 'write'],
        mutationFn: async () => (await (await authFetch(auth, url)).json()) as string,
        onSuccess: (data) => void queryClient.setQueryData(['unscoped'], data),
      })
      observer.subscribe(() => {})
      observer.mutate('').catch(() => {})
      return observer
    },
    signInAs: (account: string) => startSession(auth, { account, tokens: issue(account) }),
    sent: () => sent,
    /** Answers the oldest request; `false` if there is none. */
    answer() {
      const next = waiting.shift()
      next?.()
      return next !== undefined
    },
    persist: () => persistQueryClientSave(asOld),
    restore: () => persistQueryClientRestore(asOld),
    /** Every text in the caches and in what components show. */
    secrets: () => {
      const queries = queryClient.getQueryCache().getAll()
      const mutations = queryClient.getMutationCache().getAll()
      const shown = observers.map((observer) => observer.getCurrentResult().data)
      const states = [...queries, ...mutations].map(({ state }) => state)
      return JSON.stringify([states, shown]).match(/secret of \w+/g) ?? []
    },
  }
}

export type Page = ReturnType<typeof startPage>
