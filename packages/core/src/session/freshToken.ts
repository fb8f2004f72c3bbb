import { TakoKitError } from '../errors/TakoKitError.ts'
import { untilAborted } from '../utils/untilAborted.ts'
import type { SessionRunner } from './createSession.ts'
import type { Engine } from './Engine.ts'
import { ageOf, deadlines } from './refreshDelay.ts'

/** A token that is valid now, and its generation: at once while it is fresh, else after a refresh. */
export async function freshToken(
  engine: Engine,
  session: SessionRunner,
  {
    minValidityMs = 0,
    signal,
  }: { minValidityMs?: number | undefined; signal?: AbortSignal | null | undefined },
): Promise<{ token: string; gen: number }> {
  const { platform, options } = engine
  const looking = session.looking()
  if (looking) await untilAborted(looking, signal)
  const grant = session.grant()
  if (!grant) throw whySignedOut(session)
  const { lifetimeMs, gen } = grant.record
  const leftMs = lifetimeMs - ageOf(grant, platform)
  const { hardMs } = deadlines(lifetimeMs, { jitter: 0, isVisible: true }, options)
  const isBeforeHard = leftMs > lifetimeMs - hardMs
  const held = grant.tokens && { token: grant.tokens.accessToken, gen }
  // Just after a refresh the next one would bring hardly more, however much is asked for.
  const isLong = leftMs >= Math.min(minValidityMs, lifetimeMs * 0.9)
  if (held && isBeforeHard && isLong) {
    if (session.isDue(grant)) session.check()
    return held
  }
  // Fresh, but not for as long as is asked: only a newer one will do.
  const staleGen = isBeforeHard && held ? gen : undefined
  const result = await untilAborted(session.refresh({ isUrgent: true, staleGen }), signal)
  const after = session.grant()
  if (!after) throw whySignedOut(session)
  const isGiven = result.type === 'renewed' || result.type === 'adopted'
  if (after.tokens && (after.record.gen > gen || isGiven))
    return { token: after.tokens.accessToken, gen: after.record.gen }
  // The refresh has to wait: what is there is used for as long as it is good.
  if (held && ageOf(grant, platform) < lifetimeMs) return held
  throw (
    (result.type === 'deferred' && result.error) ||
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
