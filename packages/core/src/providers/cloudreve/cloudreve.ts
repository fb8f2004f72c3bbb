import type { TokenProvider } from '../../types/TokenProvider.ts'
import { defineProvider } from '../defineProvider.ts'

/** Loaded with the first session. */
let loaded: typeof import('./wire.ts') | undefined
const wire = async () => (loaded ??= await import('./wire.ts'))

export interface CloudreveOptions<name extends string = 'cloudreve'> {
  /** Another name, to use two of them in one client. */
  name?: name | undefined
  /** The address of the deployment's API, such as `https://files.example.com/api/v4`. */
  baseUrl: string
}

/**
 * Cloudreve v4. Its sign-in happens elsewhere: pass the pair of tokens to {@link startSession}, which keeps it fresh.
 *
 * Signing out revokes the refresh token with `DELETE`, which is missing from the server's default CORS list: from another origin
 * that works only through the relay.
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
 * @throws {TakoKitError} `config/invalid` if `baseUrl` is not https, loopback or a path.
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
