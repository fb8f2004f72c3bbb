import { TakoKitError } from '../errors/TakoKitError.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'

/**
 * Creates a custom token provider and checks its definition.
 *
 * @example
 * ```ts
 * import { defineProvider, oauthFailed, requestJson, succeeded } from '@takokit/core'
 *
 * const mine = defineProvider({
 *   name: 'mine',
 *   origins: ['https://api.example.com'],
 *   async refresh(context, { tokens }) {
 *     const answer = await requestJson(context, {
 *       url: 'https://api.example.com/refresh',
 *       form: { grant_type: 'refresh_token', refresh_token: tokens.refreshToken },
 *     })
 *     if (answer.type !== 'ok') return answer
 *     const { access_token: accessToken } = answer.json as { access_token?: string }
 *     if (!accessToken) return oauthFailed(answer)
 *     return succeeded({ accessToken, refreshToken: tokens.refreshToken, lifetimeMs: 3_600_000 })
 *   },
 * })
 * ```
 *
 * @throws {TakoKitError} `config/invalid` if the name is empty or an origin is invalid.
 */
export function defineProvider<const name extends string>(
  provider: TokenProvider<name>,
): TokenProvider<name> {
  if (!/^[\w-]+$/.test(provider.name))
    throw new TakoKitError(
      'config/invalid',
      `Provider "${provider.name}": its name takes letters, digits, "-" and "_".`,
    )
  for (const address of provider.origins)
    if (!safeAddress.test(address))
      throw new TakoKitError(
        'config/invalid',
        // Without credentials that the address may contain.
        `Provider "${provider.name}": tokens may not be sent to "${address.replace(/\/\/.*@/, '//…@')}". Use https, loopback or a path.`,
      )
  return provider
}

/**
 * Where tokens may be sent: https, loopback, or a path of the page's own origin. Excludes what browsers read differently: they
 * drop blanks and controls, take a backslash for a slash, and the part before "@" for credentials. A path is added to it, so it has
 * no query and no fragment.
 */
const safeAddress =
  /^(?!.*[\s\\?#\p{C}])(\/(?!\/)|(https:\/\/(\[[^/@]+\]|[^/@:]+)|http:\/\/(([\w-]+\.)*localhost|127(\.\d+){3}|\[::1\]))(:\d{1,5})?(\/|$))/su
