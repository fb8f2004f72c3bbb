import type { AuthClient } from '../createAuthClient.ts'
import type { CacheEntry } from './CacheEntry.ts'
import { purgeMutation, purgeQuery } from './purge.ts'
import type { Caches, MutationLike, QueryClientLike, QueryLike } from './QueryClientLike.ts'
import { scopeOf } from './scopeOf.ts'

/** The queries and mutations of sessions, in TanStack Query's caches. */
export interface ScopedCaches {
  all: () => CacheEntry[]
  /** Calls back with an entry that received data. */
  onData: (listener: (entry: CacheEntry) => void) => void
}

export function readCaches(
  client: AuthClient,
  queryClient: QueryClientLike,
  prefixes: readonly (readonly unknown[])[],
): ScopedCaches {
  const caches = {
    queries: queryClient.getQueryCache(),
    mutations: queryClient.getMutationCache(),
  } as unknown as Caches
  const { queries, mutations } = caches
  const observers = new WeakMap<MutationLike, Set<{ reset?: () => void }>>()
  // Whose data is there already, a persister may have restored.
  const foreign = new WeakSet<object>([
    ...queries.getAll().filter(({ state }) => state.data !== undefined),
    ...mutations.getAll().filter(({ state }) => state.status !== 'idle'),
  ])

  function ofQuery(query: QueryLike): CacheEntry | undefined {
    const scope = scopeOf(client, query.queryKey, query.meta, prefixes)
    return (
      scope && {
        scope,
        hasData: query.state.data !== undefined,
        isForeign: foreign.has(query),
        purge: () => purgeQuery(caches, query, scope.isKeyed),
        refetch: () => void (query.isActive() && query.fetch().catch(() => {})),
      }
    )
  }

  function ofMutation(mutation: MutationLike): CacheEntry | undefined {
    const { mutationKey } = mutation.options
    const scope = scopeOf(client, mutationKey, mutation.meta, prefixes)
    const purge = () => purgeMutation(caches, mutation, observers.get(mutation) ?? [])
    const hasData = mutation.state.status !== 'idle'
    return scope && { scope, hasData, isForeign: foreign.has(mutation), purge }
  }

  return {
    all: () =>
      [...queries.getAll().map(ofQuery), ...mutations.getAll().map(ofMutation)].filter(
        (entry) => entry !== undefined,
      ),
    onData(listener) {
      queries.subscribe(({ type, query, action }) => {
        // Observers announce new data before the query does.
        if (!query || query.state.data === undefined || !/^(added|updated)$/.test(type)) return
        const isInitial = 'initialData' in query.options && query.options.initialData !== undefined
        if ((type === 'added' && !isInitial) || action?.type === 'setState') foreign.add(query)
        if (action?.type === 'success') foreign.delete(query)
        const entry = ofQuery(query)
        if (entry) listener(entry)
      })
      mutations.subscribe(({ type, mutation, observer }) => {
        if (!mutation) return
        const own = observers.get(mutation) ?? new Set()
        observers.set(mutation, own)
        if (observer && type === 'observerAdded') own.add(observer)
        if (observer && type === 'observerRemoved') own.delete(observer)
        if (type !== 'added' || mutation.state.status === 'idle') return
        foreign.add(mutation)
        const entry = ofMutation(mutation)
        if (entry) listener(entry)
      })
    },
  }
}
