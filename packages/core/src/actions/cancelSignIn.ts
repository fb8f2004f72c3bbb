import type { AuthClient } from '../createAuthClient.ts'
import type { SessionParameters } from '../types/SessionParameters.ts'

export type CancelSignInParameters = Pick<SessionParameters, 'provider'>
export type CancelSignInReturnType = void

/**
 * Cancels the sign-in in progress, wherever it was started. A signature that arrives later is discarded.
 *
 * @example
 * ```ts
 * import { cancelSignIn, createAuthClient, tako } from '@takokit/core'
 *
 * const auth = createAuthClient({ providers: [tako()] })
 * cancelSignIn(auth)
 * ```
 *
 * @throws {TakoKitError} `config/unknown-provider`.
 */
export function cancelSignIn(
  client: AuthClient,
  { provider }: CancelSignInParameters = {},
): CancelSignInReturnType {
  const sessions = client['~sessions']
  sessions.attempts.get(sessions.provider(provider).name)?.abort()
}
