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
  /** Another name, to use two of them in one client. */
  name?: name | undefined
  /** The address of the API: its own host by default, or a proxy of the page such as `/tako`. */
  baseUrl?: string | undefined
  /** Additions to the message: a header, lines before and after. */
  message?: Omit<CreateTakoMessageParameters, 'address' | 'issuedAt'> | undefined
}

/**
 * Tako. A wallet signs a message; the API returns an access token for an hour and a refresh token whose day starts anew with each
 * refresh.
 *
 * @example
 * ```ts
 * import { createAuthClient, tako } from '@takokit/core'
 *
 * const auth = createAuthClient({ providers: [tako({ message: { after: ['URI: https://dapp.example'] } })] })
 * ```
 *
 * @throws {TakoKitError} `config/invalid` if `baseUrl` is not https, loopback or a path.
 * @see Tako's GetToken and RefreshToken documents.
 */
export function tako<const name extends string = 'tako'>(
  options: TakoOptions<name> = {},
): TokenProvider<name> {
  const { name = 'tako' as name, baseUrl = 'https://api.tako.so', message } = options
  return defineProvider({
    name,
    origins: [baseUrl],
    // The API allows 60 requests a minute from one address, and most of them belong to the dapp's own calls.
    budget: { requests: 12, perMs: 60_000 },
    createMessage: (parameters) => createTakoMessage({ ...message, ...parameters }),
    prepare: wire,
    exchange: async (context, signed) => (await wire()).exchange(context, baseUrl, signed),
    refresh: async (context, { tokens }) => (await wire()).refresh(context, baseUrl, tokens),
  })
}
