import type { TokenProvider } from '../../types/TokenProvider.ts'
import { defineProvider } from '../defineProvider.ts'

/** Loaded with the first session. */
let loaded: typeof import('./wire.ts') | undefined
const wire = async () => (loaded ??= await import('./wire.ts'))

export interface TalkstackOptions<name extends string = 'talkstack'> {
  /** Another name, to use two of them in one client. */
  name?: name | undefined
  /** The address of the API: its own host by default, or a proxy of the page such as `/talkstack`. */
  baseUrl?: string | undefined
}

/**
 * TalkStack AI. Its sign-in happens elsewhere: pass the pair of tokens to {@link startSession}, which keeps it fresh.
 *
 * @example
 * ```ts
 * import { createAuthClient, tako, talkstack } from '@takokit/core'
 *
 * const auth = createAuthClient({ providers: [tako(), talkstack()] })
 * ```
 *
 * @throws {TakoKitError} `config/invalid` if `baseUrl` is not https, loopback or a path.
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
