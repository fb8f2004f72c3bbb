import type { AuthClient } from '../createAuthClient.ts'
import { TakoKitError } from '../errors/TakoKitError.ts'
import { untilAborted } from '../utils/untilAborted.ts'
import { ageOf, deadlines } from '../session/refreshDelay.ts'
import type { SessionParameters } from '../types/SessionParameters.ts'
import type { SessionRunner } from '../session/createSession.ts'

export interface GetAuthTokenParameters extends SessionParameters {
  /** How long the token must be good for at least, milliseconds. */
  minValidityMs?: number | undefined
  /** Lets go of this call. A refresh that is under way goes on. */
  signal?: AbortSignal | undefined
}
export type GetAuthTokenReturnType = string

/**
 * Answers with an access token that is valid now: at once while it is fresh, else after a refresh.
 *
 * @example
 * ```ts
 * import { createAuthClient, getAuthToken, tako } from '@takokit/core'
 *
 * const auth = createAuthClient({ providers: [tako()] })
 * const token = await getAuthToken(auth, { minValidityMs: 60_000 })
 * ```
 *
 * @throws {TakoKitError} `session/signed-out`, `session/refresh-refused` or `session/refresh-answer-lost` where there is no
 * session; what kept the refresh from working (`network/…`, `provider/…`) where the token has expired meanwhile;
 * `request/aborted`; `config/…`.
 */
export async function getAuthToken(
  client: AuthClient,
  parameters: GetAuthTokenParameters = {},
): Promise<GetAuthTokenReturnType> {
  const { signal } = parameters
  const session = await findSession(client, parameters)
  return (await freshGrant(client, session, parameters, signal)).token
}

/** The session asked for, once it is known whether there is one. */
export async function findSession(
  client: AuthClient,
  parameters: GetAuthTokenParameters,
): Promise<SessionRunner> {
  const sessions = client['~sessions']
  sessions.assertAlive()
  // Only the first time: after that a token is there without waiting for anything.
  if (!sessions.find(parameters).grant()) await untilAborted(sessions.restore(), parameters.signal)
  const session = sessions.find(parameters)
  const looking = session.whenLooked()
  if (looking) await untilAborted(looking, parameters.signal)
  return session
}

/** A token and its generation. */
export async function freshGrant(
  client: AuthClient,
  session: SessionRunner,
  { minValidityMs = 0 }: Pick<GetAuthTokenParameters, 'minValidityMs'>,
  signal: AbortSignal | undefined,
): Promise<{ token: string; gen: number }> {
  const { platform, options } = client['~engine']
  const grant = session.grant()
  if (!grant) throw whySignedOut(session)
  const { lifetimeMs, gen } = grant.record
  const { hardMs } = deadlines(lifetimeMs, { jitter: 0, isVisible: true }, options)
  const ageMs = ageOf(grant, platform)
  const held = grant.tokens && { token: grant.tokens.accessToken, gen }
  const isEnough = ageMs < hardMs && lifetimeMs - ageMs >= minValidityMs
  if (held && isEnough) {
    if (session.softLeftMs(grant) <= 0) session.check()
    return held
  }
  const staleGen = ageMs < hardMs && held ? gen : undefined
  const result = await untilAborted(session.refresh({ urgent: true, staleGen }), signal)
  const after = session.grant()
  if (!after) throw whySignedOut(session)
  if (after.record.gen > gen || result.type !== 'deferred')
    return { token: after.tokens?.accessToken ?? '', gen: after.record.gen }
  // The refresh has to wait: what is there is used for as long as it is good.
  if (held && ageOf(grant, platform) < lifetimeMs) return held
  throw (
    result.error ??
    new TakoKitError(
      'provider/unavailable',
      'The token has expired and could not be renewed yet. Try again in a moment.',
    )
  )
}

function whySignedOut(session: SessionRunner): TakoKitError {
  return (
    session.state().error ??
    new TakoKitError(
      'session/signed-out',
      'Nobody is signed in. Sign in, then ask for the token again.',
    )
  )
}
