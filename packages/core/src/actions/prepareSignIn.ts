import type { Address } from 'viem'
import type { AuthClient } from '../createAuthClient.ts'
import type { ProviderName } from '../types/Register.ts'

export interface PrepareSignInParameters {
  /** The provider's name. Default: the client's first. */
  provider?: ProviderName | undefined
  /** The account and chain of the wallet, if one is connected. */
  address?: Address | undefined
  /** The chain of the wallet, if one is connected. */
  chainId?: number | undefined
  /** Stops waiting. The request continues. */
  signal?: AbortSignal | undefined
}
export type PrepareSignInReturnType = void

/**
 * Requests ahead what a sign-in needs, so that {@link signIn} can ask the wallet in the same task: the provider's code, and its
 * challenge if it has one. Call it when a wallet connects, or when the sign-in is offered. The React package does.
 *
 * @example
 * ```ts
 * import { createAuthClient, prepareSignIn, siwe } from '@takokit/core'
 *
 * const auth = createAuthClient({ providers: [siwe({ url: '/auth' })] })
 * await prepareSignIn(auth)
 * ```
 *
 * @throws {TakoKitError} `network/…`, `provider/…` if no challenge could be had; `config/…`, `request/aborted`.
 */
export async function prepareSignIn(
  client: AuthClient,
  { provider, ...parameters }: PrepareSignInParameters = {},
): Promise<PrepareSignInReturnType> {
  const { '~engine': engine, '~sessions': sessions } = client
  sessions.assertAlive()
  const one = sessions.provider(provider)
  const { challengesOf } = await engine.parts()
  if (one.challenge) await challengesOf(engine).get(one, parameters)
}
