// GraphQL, whose refusals arrive with status 200. The provider recognizes them, and `authFetch` refreshes and repeats.
import { type AuthClient, authFetch, defineProvider, type TokenProvider } from '@takokit/core'
import { GraphQLClient } from 'graphql-request'

export function createGraphql(auth: AuthClient, url: string) {
  return new GraphQLClient(url, { fetch: (input, init) => authFetch(auth, input, init) })
}

/** For `createAuthClient({ providers: [withGraphqlRefusals(tako())] })`. */
export function withGraphqlRefusals<name extends string>(
  provider: TokenProvider<name>,
): TokenProvider<name> {
  return defineProvider({
    ...provider,
    isRefused: async (response) =>
      (await provider.isRefused?.(response)) ||
      response.status === 401 ||
      (await isUnauthenticated(response)),
  })
}

interface GraphqlAnswer {
  data?: Record<string, unknown> | null
  errors?: { path?: unknown[]; extensions?: { code?: string } }[]
}

/** Only if no root field ran: a mutation that was executed in part must not be repeated. */
async function isUnauthenticated(response: Response): Promise<boolean> {
  // Other responses, such as subscriptions over event streams, may never end.
  const type = response.headers.get('content-type') ?? ''
  if (!/^application\/(graphql-response\+)?json\b/i.test(type)) return false
  const { data, errors = [] } = (await response.clone().json()) as GraphqlAnswer
  const refusals = errors.filter(({ extensions }) => extensions?.code === 'UNAUTHENTICATED')
  if (refusals.length === 0) return false
  return Object.keys(data ?? {}).every((field) =>
    refusals.some(({ path }) => path?.length === 1 && path[0] === field),
  )
}
