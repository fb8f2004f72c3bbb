import type { TokenProvider } from '../../types/TokenProvider.ts'
import { defineProvider } from '../defineProvider.ts'

/** Loaded with the first session. */
let loaded: typeof import('./wire.ts') | undefined
const wire = async () => (loaded ??= await import('./wire.ts'))

export interface CloudreveOptions<name extends string = 'cloudreve'> {
  /** Another name, to have two of them in one client. */
  name?: name | undefined
  /** Where the deployment's API is, such as `https://files.example.com/api/v4`. */
  baseUrl: string
}

/**
 * Cloudreve v4: its sign-in happens elsewhere; hand the pair to {@link startSession} and it stays fresh.
 *
 * Signing out revokes the refresh token with `DELETE`, which the server's default CORS list lacks: from another origin
 * that only works through the relay.
 *
 * @example
 * ```ts
 * import { cloudreve, createAuthClient, tako } from '@takokit/core'
 *
 * const auth = createAuthClient({
 *   providers: [tako(), cloudreve({ baseUrl: 'https://files.example.com/api/v4' })],
 * })
 * ```
 *
 * @throws {TakoKitError} `config/invalid` where `baseUrl` is not https, loopback or a path.
 * @see Cloudreve's Refresh Token document.
 */
export function cloudreve<const name extends string = 'cloudreve'>(
  options: CloudreveOptions<name>,
): TokenProvider<name> {
  const { name = 'cloudreve' as name, baseUrl } = options
  return defineProvider({
    name,
    origins: [baseUrl],
    prepare: wire,
    refresh: async (context, { tokens }) => (await wire()).refresh(context, baseUrl, tokens),
    revoke: async (context, { tokens }) => (await wire()).revoke(context, baseUrl, tokens),
    isRefused: async (response) => (await wire()).isRefused(response),
  })
}
