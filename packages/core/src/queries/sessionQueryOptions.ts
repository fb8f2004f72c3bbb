import { authFetch } from '../actions/authFetch.ts'
import { getSession } from '../actions/getSession.ts'
import type { AuthClient } from '../createAuthClient.ts'
import { TakoKitError } from '../errors/TakoKitError.ts'
import type { ProviderName } from '../types/Register.ts'
import type { SessionParameters } from '../types/SessionParameters.ts'
import type { QueryClientLike } from './QueryClientLike.ts'
import { keyRoot } from './scopeOf.ts'
import { scopeQueries } from './scopeQueries.ts'

/** A key that names the session: `null` while no account is signed in. */
export type SessionQueryKey = readonly [
  root: string,
  provider: string,
  account: string | null,
  ...unknown[],
]

/** What a session query’s function receives. */
export interface SessionQueryContext {
  /** `fetch` with the token of this session. It ends when the query is cancelled. */
  authFetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>
  /** Aborted when the query is cancelled, and when the session ends. */
  signal: AbortSignal
  queryKey: SessionQueryKey
}

/** A query for data of one account. */
export interface SessionQueryParameters<data, selected = data> extends SessionParameters {
  /** Your own key. The provider and the account are put before it. */
  queryKey: readonly unknown[]
  /** Fetches the data, with the `authFetch` of this session. */
  queryFn: (context: SessionQueryContext) => data | Promise<data>
  /** `false` disables the query. It runs only while the session is signed in. */
  enabled?: boolean | ((query: never) => boolean) | undefined
  /** What the consumer receives of the data, as in TanStack Query. */
  select?: ((data: data) => selected) | undefined
  /** Not possible: it would belong to any account. Use TanStack Query's `setQueryData` with the returned key. */
  initialData?: never
}

export type SessionQueryOptions<data, selected = data> = {
  queryKey: SessionQueryKey
  queryFn: (context: { queryKey: SessionQueryKey; signal: AbortSignal }) => Promise<data>
  enabled: boolean
  select?: (data: data) => selected
}

/** TanStack Query's context. Its client is there since 5.62. */
interface RunContext {
  queryKey: SessionQueryKey
  signal: AbortSignal
  client?: QueryClientLike
}

type Extra<options> = Omit<options, keyof SessionQueryParameters<unknown> | 'placeholderData'>

/**
 * Options for TanStack Query whose data belongs to one session. The key carries the provider and the account, the query runs
 * only while that account is signed in, and a refresh of the tokens does not run it again. When the account signs out or
 * another one is put in use, the query is cancelled and its data removed.
 *
 * In components use `useSessionQuery` of `@takokit/react`, which follows the session.
 *
 * @example
 * ```ts
 * import { createAuthClient, sessionQueryOptions, tako } from '@takokit/core'
 * import { QueryClient } from '@tanstack/react-query'
 *
 * const auth = createAuthClient({ providers: [tako()] })
 * const queryClient = new QueryClient()
 * const bids = await queryClient.fetchQuery(
 *   sessionQueryOptions(auth, {
 *     queryKey: ['bids'],
 *     queryFn: async ({ authFetch }) => (await authFetch('https://api.tako.so/v2/bids')).json(),
 *   }),
 * )
 * ```
 *
 * @throws {TakoKitError} `config/unknown-provider`. The query fails with `session/signed-out` if it is run while signed out,
 * and with what `authFetch` throws.
 */
export function sessionQueryOptions<data, options extends object, selected = data>(
  client: AuthClient,
  parameters: SessionQueryParameters<data, selected> & options,
): SessionQueryOptions<data, selected> & Extra<options> {
  const { provider, account: asked, queryKey, queryFn, enabled, ...rest } = parameters
  const session = getSession(client, { provider, account: asked })
  // A sign-in that renews a session does not interrupt it.
  const isSignedIn = session.startedAt !== undefined
  const account = isSignedIn ? (session.account ?? null) : null
  const key = [keyRoot(client), session.provider, account, ...queryKey] as const
  const which = { provider: session.provider as ProviderName, account: account ?? asked }

  async function run(context: RunContext): Promise<data> {
    if (context.client) scopeQueries(client, { queryClient: context.client })
    if (account === null) await untilSignedIn(client, which, context)
    const isOver = () => account === null || getSession(client, which).startedAt === undefined
    if (isOver()) throw signedOut()
    const result = await queryFn({
      ...context,
      authFetch: (input, init) =>
        authFetch(client, input, { signal: context.signal, ...init, ...which }),
    })
    if (isOver()) throw signedOut()
    return result
  }

  const { placeholderData } = rest as { placeholderData?: unknown }
  return {
    ...rest,
    ...(typeof placeholderData === 'function' && {
      placeholderData: (data: unknown, query?: { queryKey: readonly unknown[] }) =>
        isSameScope(query?.queryKey, key) ? placeholderData(data, query) : undefined,
    }),
    initialData: undefined,
    queryKey: key,
    queryFn: run,
    enabled:
      isSignedIn && typeof enabled === 'function'
        ? (enabled as unknown as boolean)
        : isSignedIn && enabled !== false,
  } as unknown as SessionQueryOptions<data, selected> & Extra<options>
}

/**
 * Waits until it is known whether there is a session. A suspended component waits for a sign-in too, as `enabled` does for others:
 * the query is cancelled then, and the component renders again with the account in its key.
 */
async function untilSignedIn(
  client: AuthClient,
  which: SessionParameters,
  { client: queryClient, queryKey, signal }: RunContext,
): Promise<void> {
  // A server restores no sessions.
  if (!client['~engine'].platform.isLive) return
  await client['~sessions'].restore()
  const query = queryClient?.getQueryCache().find({ queryKey })
  if (!(query as { options: { suspense?: boolean } } | undefined)?.options.suspense) return
  let stop = () => {}
  await new Promise<void>((resolve) => {
    const check = () => {
      if (signal.aborted || getSession(client, which).startedAt !== undefined) resolve()
    }
    stop = client.subscribe(check)
    signal.addEventListener('abort', check)
    check()
  })
  stop()
}

function isSameScope(one: readonly unknown[] | undefined, other: readonly unknown[]): boolean {
  return one !== undefined && [0, 1, 2].every((index) => one[index] === other[index])
}

function signedOut(): TakoKitError {
  return new TakoKitError('session/signed-out', 'Nobody is signed in. Sign in, then ask again.')
}
