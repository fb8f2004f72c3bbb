import type { ProviderContext, TokenProvider } from '../../types/TokenProvider.ts'
import { defineProvider } from '../defineProvider.ts'
import { withoutSlash } from '../withoutSlash.ts'

/** Loaded with the first sign-in or session, and once: an import that is done costs something each time. */
let loaded: typeof import('./wire.ts') | undefined
const wire = async () => (loaded ??= await import('./wire.ts'))

export interface RelayedOptions<name extends string> {
  /** The provider behind the relay: its name stays the same. */
  provider: TokenProvider<name> | name
  /** Where the relay is mounted: a path of the page's own origin. */
  url: string
  /** Asks at addresses that end in a slash, as servers such as Next.js want them with `trailingSlash: true`. Default: false. */
  trailingSlash?: boolean | undefined
  /** Origins that may receive the access token, where the provider is given by name only. */
  origins?: readonly string[] | undefined
  /** Whether an answer to an authorized call says that the token was refused. Default: as the provider says, or HTTP 401. */
  isRefused?: TokenProvider['isRefused']
}

/**
 * A provider behind the relay: the page gets access tokens only, and stores none.
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
 * @throws {TakoKitError} `config/invalid` where the address is not https, loopback or a path, or has blanks, controls or
 * credentials in it.
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
    createMessage: direct?.createMessage,
    isRefused: options.isRefused ?? direct?.isRefused,
    prepare: () => Promise.all([wire(), direct?.prepare?.()]),
    exchange: direct?.exchange && ((context, signed) => ask(context, 'sign-in', signed)),
    refresh: (context, { tokens, account }) =>
      ask(context, 'token', {
        account,
        known: tokens.handle,
        // Whether there is a session at all: "nobody" is an answer then, and no error in the console.
        probe: account === '' || undefined,
      }),
    revoke: async (context, { account }) =>
      (await wire()).signOut(context, at('sign-out'), { account }),
  }
  // Its own address is held to the same rules, although no access token goes there.
  defineProvider({ ...provided, origins: [base] })
  return defineProvider(provided)
}
