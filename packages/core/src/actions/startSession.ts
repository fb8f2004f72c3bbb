import type { AuthClient } from '../createAuthClient.ts'
import { TakoKitError } from '../errors/TakoKitError.ts'
import type { ProviderName } from '../types/Register.ts'
import type { Session } from '../types/SessionSnapshot.ts'
import type { IssuedTokens } from '../types/IssuedTokens.ts'
import { getSession } from './getSession.ts'

export interface StartSessionParameters {
  provider?: ProviderName | undefined
  /** The account of the session: the subject of the access token by default, else `'default'`. */
  account?: string | undefined
  tokens: IssuedTokens
}
export type StartSessionReturnType = Session

/**
 * Takes over a pair of tokens whose sign-in happened elsewhere, and keeps it fresh from then on.
 *
 * @example
 * ```ts
 * import { createAuthClient, startSession, talkstack } from '@takokit/core'
 *
 * const auth = createAuthClient({ providers: [talkstack()] })
 *
 * export function onTalkstackLogin(answer: { token: string; refreshToken: string }) {
 *   const { token: accessToken, refreshToken } = answer
 *   return startSession(auth, { provider: 'talkstack', tokens: { accessToken, refreshToken } })
 * }
 * ```
 *
 * @throws {TakoKitError} `config/invalid` if a token is missing, or if the provider is behind a relay, where sessions begin on
 * the server; `config/…`.
 */
export async function startSession(
  client: AuthClient,
  parameters: StartSessionParameters,
): Promise<StartSessionReturnType> {
  const sessions = client['~sessions']
  const engine = client['~engine']
  sessions.assertAlive()
  const provider = sessions.provider(parameters.provider)
  if (provider.relayed)
    throw new TakoKitError(
      'config/invalid',
      `Sessions of "${provider.name}" begin on the server, with the relay’s startSession.`,
    )
  const { beginSession, issuedTokens } = await engine.parts()
  const issued = issuedTokens(engine, provider, parameters.tokens)
  const account = parameters.account ?? issued.tokens.subject ?? 'default'
  const session = sessions.controller(provider.name, account)
  await beginSession(engine, { session, provider, account, ...issued })
  sessions.use(provider.name, account)
  return getSession(client, { provider: provider.name as ProviderName, account })
}
