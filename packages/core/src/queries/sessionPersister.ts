import { getSessions } from '../actions/getSessions.ts'
import type { AuthClient } from '../createAuthClient.ts'
import { scopeOf } from './scopeOf.ts'

interface StoredEntry {
  queryKey?: readonly unknown[]
  mutationKey?: readonly unknown[]
  meta?: Record<string, unknown> | undefined
}

interface StoredClient {
  clientState: { queries: readonly StoredEntry[]; mutations: readonly StoredEntry[] }
}

/** TanStack's `Persister`, of `persistQueryClient` and `<PersistQueryClientProvider>`. */
export interface PersisterLike {
  persistClient: (stored: never) => unknown
  restoreClient: () => unknown
  removeClient: () => unknown
}

export interface SessionPersisterParameters<persister extends PersisterLike> {
  /** The persister that stores the entries. */
  persister: persister
  /** The `queryKeys` of {@link scopeQueries}. */
  queryKeys?: readonly (readonly unknown[])[] | undefined
}

/**
 * Wraps a persister of TanStack Query, so that what it stores belongs to the accounts in use. Entries of an account that has
 * signed out are removed from its storage at once, and entries of any other account are neither stored nor restored.
 *
 * @example
 * ```ts
 * import { createAuthClient, sessionPersister, tako } from '@takokit/core'
 * import { createSyncStoragePersister } from '@tanstack/query-sync-storage-persister'
 *
 * const auth = createAuthClient({ providers: [tako()] })
 * const persister = sessionPersister(auth, {
 *   persister: createSyncStoragePersister({ storage: window.localStorage }),
 * })
 * ```
 */
export function sessionPersister<persister extends PersisterLike>(
  client: AuthClient,
  { persister: inner, queryKeys }: SessionPersisterParameters<persister>,
): persister {
  const persister = inner as unknown as {
    persistClient: (stored: StoredClient) => unknown
    restoreClient: () => StoredClient | undefined | Promise<StoredClient | undefined>
    removeClient: () => unknown
  }
  const scopeOfEntry = ({ queryKey, mutationKey, meta }: StoredEntry) =>
    scopeOf(client, queryKey ?? mutationKey, meta, queryKeys)
  const namesInUse = () => {
    const held = getSessions(client)
    return client.providers.flatMap(({ name }) => {
      const { account } = client['~sessions'].find({ provider: name }).snapshot()
      return held.some((one) => one.provider === name && one.account === account)
        ? [{ provider: name, account }]
        : []
    })
  }

  /** The entry with the name of its account, if that one is in use. */
  function keep(entry: StoredEntry, isRestored: boolean): StoredEntry[] {
    const scope = scopeOfEntry(entry)
    if (!scope) return [entry]
    const user = namesInUse().find(({ provider }) => provider === scope.provider)
    if (!user) return []
    if (scope.account === user.account) return [entry]
    // An application's own query does not say whose data it holds: it is noted when it is stored.
    if (scope.account !== undefined || isRestored) return []
    return [{ ...entry, meta: { ...entry.meta, takokit: user } }]
  }

  function filter<stored extends StoredClient>(stored: stored, isRestored: boolean): stored {
    const { queries, mutations } = stored.clientState
    const clientState = {
      ...stored.clientState,
      queries: queries.flatMap((entry) => keep(entry, isRestored)),
      mutations: mutations.flatMap((entry) => keep(entry, isRestored)),
    }
    return { ...stored, clientState }
  }

  let latest: StoredClient | undefined
  let before = JSON.stringify(namesInUse())
  client.subscribe(() => {
    const now = JSON.stringify(namesInUse())
    if (now === before) return
    const isFirst = before === '[]'
    before = now
    if (isFirst) return
    // At once: a persister writes later, and the page may be closed before.
    void persister.removeClient()
    if (latest) void save(latest)
  })

  async function save(stored: StoredClient): Promise<void> {
    const asked = before
    const kept = filter(stored, false)
    latest = kept
    await persister.persistClient(kept)
    // The account left while the storage was writing.
    if (before !== asked && latest === kept) await save(kept)
  }

  return {
    ...inner,
    persistClient: save,
    async restoreClient() {
      const stored = await persister.restoreClient()
      if (!stored) return undefined
      if (entriesOf(stored).some(scopeOfEntry)) await client['~sessions'].restore()
      const kept = filter(stored, true)
      // Another account is in use: what is left out would stay until the next write.
      if (entriesOf(kept).length < entriesOf(stored).length) await persister.persistClient(kept)
      return kept
    },
    removeClient: () => persister.removeClient(),
  }
}

const entriesOf = ({ clientState: { queries, mutations } }: StoredClient) => [
  ...queries,
  ...mutations,
]
