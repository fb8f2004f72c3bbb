import {
  createTakoMessage,
  type CreateTakoMessageParameters,
} from '../../message/createTakoMessage.ts'
import type { TokenProvider } from '../../types/TokenProvider.ts'
import { defineProvider } from '../defineProvider.ts'

/** Loaded with the first sign-in or session, and once: an import that is done costs something each time. */
let loaded: typeof import('./wire.ts') | undefined
const wire = async () => (loaded ??= await import('./wire.ts'))

export interface TakoOptions<name extends string = 'tako'> {
  /** Another name, to have two of them in one client. */
  name?: name | undefined
  /** Where the API is: its own host by default, or a proxy of the page's such as `/tako`. */
  baseUrl?: string | undefined
  /** What is added to the message: a header, lines before and after. */
  message?: Omit<CreateTakoMessageParameters, 'address' | 'issuedAt'> | undefined
}

/**
 * Tako: a wallet signs, tokens for an hour come back, and a refresh token for a day that slides.
 *
 * @example
 * ```ts
 * import { createAuthClient, tako } from '@takokit/core'
 *
 * const auth = createAuthClient({ providers: [tako({ message: { after: ['URI: https://dapp.example'] } })] })
 * ```
 *
 * @throws {TakoKitError} `config/invalid` where `baseUrl` is not https, loopback or a path.
 * @see Tako's GetToken and RefreshToken documents.
 */
export function tako<const name extends string = 'tako'>(
  options: TakoOptions<name> = {},
): TokenProvider<name> {
  const { name = 'tako' as name, baseUrl = 'https://api.tako.so', message } = options
  return defineProvider({
    name,
    origins: [baseUrl],
    // 60 a minute are allowed from one address: most of them belong to the dapp's own calls.
    budget: { requests: 12, perMs: 60_000 },
    createMessage: (parameters) => createTakoMessage({ ...message, ...parameters }),
    prepare: wire,
    exchange: async (context, signed) => (await wire()).exchange(context, baseUrl, signed),
    refresh: async (context, { tokens }) => (await wire()).refresh(context, baseUrl, tokens),
  })
}
