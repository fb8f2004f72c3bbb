/** TanStack Query's `QueryClient`, of any version since 5.0: this package does not depend on it. */
export interface QueryClientLike {
  getQueryCache(): {
    getAll(): object[]
    find(filters: { queryKey: readonly unknown[] }): object | undefined
  }
  getMutationCache(): { getAll(): object[] }
}

/** The part of TanStack Query's `Query` that the kit needs. */
export interface QueryLike {
  readonly queryKey: readonly unknown[]
  readonly meta: Record<string, unknown> | undefined
  readonly options: object
  readonly state: { readonly data: unknown }
  cancel(options: { silent: boolean }): Promise<void>
  setState(state: object): void
  getObserversCount(): number
  isActive(): boolean
  fetch: () => Promise<unknown>
}

/** The part of TanStack Query's `Mutation` that the kit needs. */
export interface MutationLike {
  readonly meta: Record<string, unknown> | undefined
  readonly options: { readonly mutationKey?: readonly unknown[] | undefined }
  readonly state: { readonly status: string }
  setOptions(options: object): void
}

/** What a cache announces. */
export interface CacheEvent {
  readonly type: string
  readonly query?: QueryLike
  readonly mutation?: MutationLike
  readonly action?: { readonly type: string }
  readonly observer?: { reset?: () => void }
}

interface Cache<item> {
  getAll(): item[]
  remove(item: item): void
  subscribe(listener: (event: CacheEvent) => void): () => void
}

/** The caches of a {@link QueryClientLike}. */
export interface Caches {
  queries: Cache<QueryLike>
  mutations: Cache<MutationLike>
}
