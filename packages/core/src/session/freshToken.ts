import { TakoKitError } from '../errors/TakoKitError.ts'
import { raceAbort } from '../utils/raceAbort.ts'
import type { SessionController } from './SessionController.ts'
import type { Engine } from './Engine.ts'
import { ageOf, deadlines } from '../refresh/refreshDelay.ts'
import type { RefreshResult } from '../refresh/RefreshResult.ts'

/** The result of a refresh may already be old if the page was frozen meanwhile. */
const maxTries = 3

/** Returns a valid token and its generation: immediately if it is fresh, otherwise after a refresh. */
export async function freshToken(
  engine: Engine,
  session: SessionController,
  {
    minValidityMs = 0,
    signal,
    isForCookie = false,
  }: {
    minValidityMs?: number | undefined
    signal?: AbortSignal | null | undefined
    isForCookie?: boolean | undefined
  },
): Promise<{ token: string; gen: number }> {
  const { platform, options } = engine
  const { provider } = session
  if (provider.session === 'cookie' && !isForCookie) throw noToken(provider.name)
  const looking = session.pendingSync()
  if (looking) await raceAbort(looking, signal)
  let result: RefreshResult | undefined
  for (let tries = 0; tries < maxTries; tries++) {
    const held = session.held()
    if (!held) throw whySignedOut(session)
    const { lifetimeMs, gen } = held.record
    const leftMs = lifetimeMs - ageOf(held, platform)
    const { hardMs } = deadlines(lifetimeMs, { jitter: 0, isVisible: true }, options)
    const isBeforeHard = leftMs > lifetimeMs - hardMs
    // Right after a refresh another one would gain little, however much validity is asked for.
    const isLong = leftMs >= Math.min(minValidityMs, lifetimeMs * 0.9)
    const isFirst = tries === 0
    if (held.tokens && (isFirst ? isBeforeHard && isLong : leftMs > 0)) {
      if (isFirst && session.isDue(held)) session.check()
      return { token: held.tokens.accessToken, gen }
    }
    // Fresh, but not for as long as asked: only a newer generation satisfies the call.
    const staleGen = isBeforeHard && held.tokens ? gen : undefined
    result = await raceAbort(session.refresh({ isAwaited: true, staleGen }), signal)
    if (result.type === 'deferred' || result.type === 'ended') break
  }
  const held = session.held()
  if (!held) throw whySignedOut(session)
  // The refresh must wait: the current token is used until it expires.
  if (held.tokens && ageOf(held, platform) < held.record.lifetimeMs)
    return { token: held.tokens.accessToken, gen: held.record.gen }
  throw (
    (result?.type === 'deferred' && result.error) ||
    new TakoKitError(
      'provider/unavailable',
      'The token has expired and could not be renewed yet. Try again in a moment.',
    )
  )
}

function noToken(name: string): TakoKitError {
  return new TakoKitError(
    'config/invalid',
    `A session of "${name}" lives in a cookie that the page cannot read: there is no token. Send requests with \`authFetch\`.`,
  )
}

function whySignedOut(session: SessionController): TakoKitError {
  return (
    session.state().error ??
    new TakoKitError(
      'session/signed-out',
      'Nobody is signed in. Sign in, then ask for the token again.',
    )
  )
}
