import type { TokenProvider } from '../../types/TokenProvider.ts'
import { defineProvider } from '../defineProvider.ts'
import type { SiweOptions } from './SiweOptions.ts'

/** Loaded before a message is written: a challenge is requested first. */
let loaded: Awaited<ReturnType<typeof load>> | undefined
const wire = async () => (loaded ??= await load())

async function load() {
  const parts = [import('./wire.ts'), import('./writeMessage.ts')] as const
  const [calls, { writeMessage }] = await Promise.all(parts)
  return { ...calls, writeMessage }
}

/**
 * Any backend that verifies EIP-4361 messages ("Sign-In with Ethereum"): challenge, verify, and then tokens that are kept fresh,
 * or a session in an HTTP-only cookie. Behind a relay, it is the page's side of `siweIssuer`.
 *
 * @example
 * ```ts
 * import { createAuthClient, relayed, siwe } from '@takokit/core'
 *
 * // A backend with its own endpoints, and a session in a cookie.
 * export const own = createAuthClient({
 *   providers: [siwe({ url: '/api/auth', session: 'cookie', endpoints: { challenge: '/nonce' } })],
 * })
 * // The kit's relay, with `siweIssuer`.
 * export const auth = createAuthClient({
 *   providers: [relayed({ provider: siwe(), url: '/auth' })],
 * })
 * ```
 *
 * @throws {TakoKitError} `config/invalid` if `url` is not https, loopback or a path.
 * @see EIP-4361.
 */
export function siwe<const name extends string = 'siwe'>(
  options: SiweOptions<name> = {},
): TokenProvider<name> {
  const { name = 'siwe' as name, url = '/', session = 'token', origins = [] } = options
  const isCookie = session === 'cookie'
  return defineProvider({
    name,
    session,
    relayed: isCookie,
    credentials: options.credentials ?? (isCookie ? 'include' : 'omit'),
    origins: [url, ...origins],
    prepare: wire,
    challenge: async (context) => (await wire()).challenge(context, options),
    createMessage(parameters) {
      if (!loaded) throw new Error('No challenge was requested.')
      return loaded.writeMessage(options, parameters)
    },
    exchange: async (context, signed) => (await wire()).exchange(context, options, signed),
    refresh: async (context, given) => (await wire()).refresh(context, options, given),
    revoke:
      options.endpoints?.signOut === false
        ? undefined
        : async (context, { tokens }) => (await wire()).signOut(context, options, tokens),
  })
}
