import type { AuthClient } from '../createAuthClient.ts'
import type { CacheEntry } from './CacheEntry.ts'
import { readCaches } from './readCaches.ts'
import type { QueryClientLike } from './QueryClientLike.ts'
import type { QueryScope } from './QueryScope.ts'
import { keyRoot } from './scopeOf.ts'

/** TanStack's persister of single queries, `experimental_createQueryPersister`. */
export interface QueryPersisterLike {
  removeQueries: (filters: { queryKey: readonly unknown[] }) => unknown
}

export interface ScopeQueriesParameters {
  /** TanStack Query's `QueryClient`. */
  queryClient: QueryClientLike
  /** Prefixes of the application's own keys. What they name belongs to the account in use of the first provider. */
  queryKeys?: readonly (readonly unknown[])[] | undefined
  /** The persister of single queries, if there is one: its entries are removed too. */
  queryPersister?: QueryPersisterLike | undefined
}

interface Scoping {
  prefixes: (readonly unknown[])[]
  persisters: Set<QueryPersisterLike>
}

const scopings = new WeakMap<QueryClientLike, Map<AuthClient, Scoping>>()

/**
 * Ties queries and mutations to the sessions that they belong to. When an account signs out, here or in another tab, or another
 * account is put in use, everything of it is cancelled and removed at once, and an answer that still arrives is dropped.
 *
 * It concerns keys of {@link sessionQueryOptions} and keys that begin with one of `queryKeys`, and queries and mutations with
 * `meta: { takokit: true }` or `meta: { takokit: { provider, account } }`. All others stay untouched, wagmi's among them.
 * `<AuthProvider>` and `useSessionQuery` of `@takokit/react` call this themselves; a further call adds its parameters.
 *
 * @example
 * ```ts
 * import { createAuthClient, scopeQueries, tako } from '@takokit/core'
 * import { QueryClient } from '@tanstack/react-query'
 *
 * const auth = createAuthClient({ providers: [tako()] })
 * const queryClient = new QueryClient()
 * scopeQueries(auth, { queryClient, queryKeys: [['bids'], ['profile']] })
 * ```
 */
export function scopeQueries(
  client: AuthClient,
  { queryClient, queryKeys = [], queryPersister }: ScopeQueriesParameters,
): void {
  const clients = scopings.get(queryClient) ?? new Map<AuthClient, Scoping>()
  scopings.set(queryClient, clients)
  const known = clients.get(client)
  const scoping = known ?? { prefixes: [], persisters: new Set() }
  scoping.prefixes.push(...queryKeys.filter((key) => !scoping.prefixes.includes(key)))
  if (queryPersister) scoping.persisters.add(queryPersister)
  if (known) return
  clients.set(client, scoping)
  follow(client, queryClient, scoping)
}

function follow(client: AuthClient, queryClient: QueryClientLike, scoping: Scoping): void {
  const caches = readCaches(client, queryClient, scoping.prefixes)
  /** Sessions that are signed in. */
  let held = new Set<string>()
  /** The signed-in account in use, of each provider whose sessions were read. */
  const inUse = new Map<string, string | undefined>()
  const nameOf = (provider: string, account: string) => `${provider}:${account}`

  /** Whether an entry must not stay, whatever happened before. */
  function isOver({ scope: { provider, account }, hasData, isForeign }: CacheEntry): boolean {
    if (!inUse.has(provider)) return false
    const now = inUse.get(provider)
    // A key without an account waits for a sign-in.
    if (account === null) return hasData || now !== undefined
    if (account === undefined) return hasData && isForeign
    return hasData && isForeign ? now !== account : !held.has(nameOf(provider, account))
  }

  function check(): void {
    const heldBefore = held
    const signedIn = client['~sessions'].all().filter((one) => one.held())
    held = new Set(signedIn.map((one) => nameOf(one.provider.name, `${one.account}`)))
    const changed = new Map<string, { was: string | undefined; isFirst: boolean }>()
    for (const { name } of client.providers) {
      const { account, status } = client['~sessions'].find({ provider: name }).snapshot()
      if (status === 'restoring') continue
      const now = held.has(nameOf(name, `${account}`)) ? account : undefined
      const isFirst = !inUse.has(name)
      const was = inUse.get(name)
      if (isFirst || was !== now) changed.set(name, { was, isFirst })
      inUse.set(name, now)
    }
    const ended = [...heldBefore].filter((name) => !held.has(name))
    if (changed.size === 0 && ended.length === 0) return
    const isLeft = (entry: CacheEntry) => {
      const { provider, account } = entry.scope
      const change = changed.get(provider)
      if (!change || change.isFirst) return isOver(entry)
      return account === undefined || account === change.was || isOver(entry)
    }
    const left = caches.all().filter(isLeft)
    for (const { purge } of left) purge()
    const accounts = [...changed].flatMap(([name, { was }]) => was && nameOf(name, was))
    for (const name of new Set([...ended, ...accounts])) if (name) forget(name)
    for (const { scope, refetch } of left) if (isShown(scope)) refetch?.()
  }

  /** Whether an application's own query has a session again. */
  function isShown({ provider, account, isKeyed }: QueryScope): boolean {
    const now = account ?? inUse.get(provider)
    return !isKeyed && now !== undefined && held.has(nameOf(provider, now))
  }

  function forget(name: string): void {
    const [provider = ''] = name.split(':', 1)
    const queryKey = [keyRoot(client), provider, name.slice(provider.length + 1)]
    for (const persister of scoping.persisters) {
      for (const key of [queryKey, ...scoping.prefixes]) persister.removeQueries({ queryKey: key })
    }
  }

  client.subscribe(check)
  check()
  caches.onData((entry) => {
    if (!isOver(entry)) return
    entry.purge()
    if (isShown(entry.scope)) entry.refetch?.()
  })
}
