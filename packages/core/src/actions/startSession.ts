import type { AuthClient } from '../createAuthClient.ts'
import { TakoKitError } from '../errors/TakoKitError.ts'
import { clampLifetime, jwtExpiresAt, jwtLifetime, jwtSubject } from '../tokens/tokenLifetime.ts'
import type { ProviderName } from '../types/Register.ts'
import type { Session } from '../types/SessionSnapshot.ts'
import { getSession } from './getSession.ts'

/** A pair of tokens that was obtained elsewhere. */
export interface IssuedTokens {
  accessToken: string
  refreshToken: string
  /** How long the access token is still good, milliseconds. Read from the token, or the provider's usual, where left out. */
  expiresInMs?: number | undefined
}

export interface StartSessionParameters {
  provider?: ProviderName | undefined
  /** Whose session it is: the access token's subject by default, else `'default'`. */
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
 * @throws {TakoKitError} `config/invalid` where a token is missing, or the provider is behind a relay, where sessions begin
 * on the server; `config/…`.
 */
export async function startSession(
  client: AuthClient,
  parameters: StartSessionParameters,
): Promise<StartSessionReturnType> {
  const sessions = client['~sessions']
  const engine = client['~engine']
  sessions.assertAlive()
  const provider = sessions.provider(parameters.provider)
  const { accessToken, refreshToken, expiresInMs } = parameters.tokens
  if (provider.relayed)
    throw new TakoKitError(
      'config/invalid',
      `Sessions of "${provider.name}" begin on the server, with the relay’s startSession.`,
    )
  if (!accessToken || !refreshToken)
    throw new TakoKitError(
      'config/invalid',
      'Both `accessToken` and `refreshToken` are needed to keep a session fresh.',
    )
  const { platform } = engine
  const nowAt = platform.now()
  const untilExpiryMs = (jwtExpiresAt(accessToken) ?? Number.NaN) - nowAt
  const leftMs = [expiresInMs, untilExpiryMs].find((ms) => ms !== undefined && Number.isFinite(ms))
  const lifetimeMs = clampLifetime(
    leftMs !== undefined && leftMs > 0
      ? leftMs
      : (jwtLifetime(accessToken) ?? provider.defaultLifetimeMs ?? 3_600_000),
  )
  // Expired by its own word: renewed at once.
  const spentMs = leftMs !== undefined && leftMs <= 0 ? lifetimeMs : 0
  const subject = jwtSubject(accessToken)
  const account = parameters.account ?? subject ?? 'default'
  const session = sessions.runner(provider.name, account)
  const { beginSession } = await engine.parts()
  await beginSession(engine, {
    session,
    provider,
    account,
    tokens: { accessToken, refreshToken, lifetimeMs, subject },
    requestedAt: nowAt - spentMs,
    monotonicAt: platform.monotonic() - spentMs,
  })
  sessions.use(provider.name, account)
  return getSession(client, { provider: provider.name as ProviderName, account })
}
