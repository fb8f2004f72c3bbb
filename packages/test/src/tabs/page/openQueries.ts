import { type AuthClient, scopeQueries, sessionPersister, sessionQueryOptions } from '@takokit/core'
import { dehydrate, MutationObserver, QueryClient, QueryObserver } from '@tanstack/react-query'
import type { TabQueries } from './TabKit.ts'

/** A dapp's data of the account in use: a query of the session, one with a key of the dapp, what is persisted and what is shown. */
export function openQueries(auth: AuthClient): TabQueries {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const prefix = ['mine'] as const
  const place = `queries of ${auth.tabId}`
  scopeQueries(auth, { queryClient, queryKeys: [prefix] })
  const persister = sessionPersister(auth, {
    queryKeys: [prefix],
    persister: {
      persistClient: async (stored: object) => localStorage.setItem(place, JSON.stringify(stored)),
      restoreClient: () => JSON.parse(localStorage.getItem(place) ?? 'null') ?? undefined,
      removeClient: () => localStorage.removeItem(place),
    },
  })
  const secretOf = () => `secret of ${auth.getSnapshot().account}`
  const watch = (queryKey: readonly unknown[], queryFn: () => Promise<string>) =>
    new QueryObserver<string>(queryClient, { queryKey, queryFn }).subscribe(() => {})
  watch([...prefix, 'profile'], async () => secretOf())
  watch(['balance', { chainId: 1 }], async () => 'a balance')

  const shown = document.body.appendChild(document.createElement('p'))
  const scoped = () =>
    sessionQueryOptions(auth, { queryKey: ['secret'], queryFn: async () => secretOf() }) as never
  const secret = new QueryObserver<string>(queryClient, scoped())
  const show = () => {
    shown.textContent = secret.getCurrentResult().data ?? ''
  }
  secret.subscribe(show)
  auth.subscribe(() => {
    secret.setOptions(scoped())
    show()
  })

  function look(): string[] {
    const caches = [queryClient.getQueryCache().getAll(), queryClient.getMutationCache().getAll()]
    const states = caches.flat().map(({ state }) => state)
    const text = [JSON.stringify(states), localStorage.getItem(place), shown.textContent].join()
    return text.match(/secret of \w+/g) ?? []
  }

  const late = new Set<() => void>()
  const answered = (data: string) =>
    new Promise<string>((resolve) => void late.add(() => resolve(data)))
  const seen: string[] = []
  const check = () => {
    if (auth.getSnapshot().status === 'signedOut') seen.push(...look())
  }
  const eachFrame = () => {
    check()
    requestAnimationFrame(eachFrame)
  }

  return {
    look,
    seen: () => seen,
    balance: () => queryClient.getQueryData<string>(['balance', { chainId: 1 }]),
    async begin() {
      const clientState = dehydrate(queryClient)
      await persister.persistClient({ buster: '', timestamp: Date.now(), clientState } as never)
      const [data, queryKey] = [secretOf(), [...prefix, 'late']]
      queryClient.fetchQuery({ queryKey, queryFn: () => answered(data) }).catch(() => {})
      const mutationKey = [...prefix, 'write']
      new MutationObserver<string, Error, string>(queryClient, {
        mutationKey,
        mutationFn: answered,
      })
        .mutate(data)
        .catch(() => {})
      auth.subscribe(check)
      requestAnimationFrame(eachFrame)
    },
    answer() {
      for (const answer of late) answer()
      return new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
      })
    },
  }
}
