import type { ProviderContext, TokenProvider } from '../../types/TokenProvider.ts'
import { defineProvider } from '../defineProvider.ts'
import { withoutSlash } from '../withoutSlash.ts'

/** Loaded with the first sign-in or session, and once: an import that is done costs something each time. */
let loaded: typeof import('./wire.ts') | undefined
const wire = async () => (loaded ??= await import('./wire.ts'))

export interface RelayedOptions<name extends string> {
  /** The provider behind the relay. It keeps its name. */
  provider: TokenProvider<name> | name
  /** Where the relay is mounted: a path of the page's own origin. */
  url: string
  /** Uses URLs that end in a slash, as servers such as Next.js with `trailingSlash: true` require. Default: `false`. */
  trailingSlash?: boolean | undefined
  /** Origins that may receive the access token, if the provider is given by name only. */
  origins?: readonly string[] | undefined
  /**
   * Whether a response to an authorized call says that the token was refused. Default: the provider's own, or HTTP 401. What reads the
   * body reads that of `response.clone()`: the caller gets the response itself.
   */
  isRefused?: TokenProvider['isRefused']
}

/**
 * A provider behind the relay: the page receives access tokens only, and stores none.
 *
 * @example
 * ```ts
 * import { createAuthClient, relayed, tako } from '@takokit/core'
 *
 * const auth = createAuthClient({
 *   providers: [
 *     relayed({ provider: tako(), url: '/auth' }),
 *     relayed({ provider: 'cloud', url: '/auth', origins: ['https://cloud.example.com'] }),
 *   ],
 * })
 * ```
 *
 * @throws {TakoKitError} `config/invalid` if the address is not https, loopback or a path, or contains blanks, controls or
 * credentials.
 */
export function relayed<const name extends string>(
  options: RelayedOptions<name>,
): TokenProvider<name> {
  const { provider, url, origins, trailingSlash } = options
  const direct = typeof provider === 'string' ? undefined : provider
  const name = typeof provider === 'string' ? provider : provider.name
  const base = `${withoutSlash(url)}/${name}`
  const at = (call: string) => `${base}/${call}${trailingSlash ? '/' : ''}`
  const ask = async (context: ProviderContext, call: string, body: object) =>
    (await wire()).ask(context, at(call), body)
  const provided: TokenProvider<name> = {
    name,
    relayed: true,
    api: base,
    origins: origins ?? direct?.origins ?? [],
    challenge:
      direct?.challenge && (async (context) => (await wire()).challenge(context, at('challenge'))),
    createMessage: direct?.createMessage,
    isRefused: options.isRefused ?? direct?.isRefused,
    prepare: () => Promise.all([wire(), direct?.prepare?.()]),
    exchange: direct?.exchange && ((context, signed) => ask(context, 'sign-in', signed)),
    refresh: (context, { tokens, account }) =>
      ask(context, 'token', {
        account,
        known: tokens.handle,
        // Asks whether there is a session at all: "no session" is then an answer, and no error in the console.
        probe: account === '' || undefined,
      }),
    revoke: async (context, { account }) =>
      (await wire()).signOut(context, at('sign-out'), { account }),
  }
  // The relay's address must follow the same rules, although no access token is sent there.
  defineProvider({ ...provided, origins: [base] })
  return defineProvider(provided)
}
