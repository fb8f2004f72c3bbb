import type { AuthClient } from '../createAuthClient.ts'
import type { SessionParameters } from '../types/SessionParameters.ts'
import type { Session } from '../types/SessionSnapshot.ts'
import { getSession } from './getSession.ts'

export interface SwitchAccountParameters extends SessionParameters {
  /** The account to put in use: one of the provider’s sessions. */
  account: string
}
export type SwitchAccountReturnType = Session

/**
 * Selects another account's session of a provider in this tab, whether that account is signed in or not.
 *
 * @example
 * ```ts
 * import { createAuthClient, switchAccount, tako } from '@takokit/core'
 *
 * const auth = createAuthClient({ providers: [tako()] })
 * switchAccount(auth, { account: '0x4DD3DB5d0B9aAf0B0a2fBD37a489d2f0e3F234A9' })
 * ```
 *
 * @throws {TakoKitError} `config/unknown-provider`.
 */
export function switchAccount(
  client: AuthClient,
  { provider, account }: SwitchAccountParameters,
): SwitchAccountReturnType {
  const sessions = client['~sessions']
  sessions.use(sessions.provider(provider).name, account)
  return getSession(client, { provider })
}
