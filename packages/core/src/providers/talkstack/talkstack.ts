import type { TokenProvider } from '../../types/TokenProvider.ts'
import { defineProvider } from '../defineProvider.ts'

/** Loaded with the first session. */
let loaded: typeof import('./wire.ts') | undefined
const wire = async () => (loaded ??= await import('./wire.ts'))

export interface TalkstackOptions<name extends string = 'talkstack'> {
  /** Another name, to have two of them in one client. */
  name?: name | undefined
  /** Where the API is: its own host by default, or a proxy of the page's such as `/talkstack`. */
  baseUrl?: string | undefined
}

/**
 * TalkStack AI: its sign-in happens elsewhere; hand the pair to {@link startSession} and it stays fresh.
 *
 * @example
 * ```ts
 * import { createAuthClient, tako, talkstack } from '@takokit/core'
 *
 * const auth = createAuthClient({ providers: [tako(), talkstack()] })
 * ```
 *
 * @throws {TakoKitError} `config/invalid` where `baseUrl` is not https, loopback or a path.
 * @see TalkStack AI's Refresh Token document.
 */
export function talkstack<const name extends string = 'talkstack'>(
  options: TalkstackOptions<name> = {},
): TokenProvider<name> {
  const { name = 'talkstack' as name, baseUrl = 'https://api.talkstackai.com' } = options
  return defineProvider({
    name,
    origins: [baseUrl],
    defaultLifetimeMs: 7_200_000,
    prepare: wire,
    refresh: async (context, { tokens }) => (await wire()).refresh(context, baseUrl, tokens),
  })
}
