import { TakoKitError } from '../errors/TakoKitError.ts'
import { untilAborted } from '../utils/untilAborted.ts'
import type { SessionRunner } from './SessionRunner.ts'
import type { Engine } from './Engine.ts'
import { ageOf, deadlines } from './refreshDelay.ts'
import type { RefreshResult } from './RefreshResult.ts'

/** A refresh may come back old, where the page was frozen meanwhile. */
const maxTries = 3

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
  let result: RefreshResult | undefined
  for (let tries = 0; tries < maxTries; tries++) {
    const grant = session.grant()
    if (!grant) throw whySignedOut(session)
    const { lifetimeMs, gen } = grant.record
    const leftMs = lifetimeMs - ageOf(grant, platform)
    const { hardMs } = deadlines(lifetimeMs, { jitter: 0, isVisible: true }, options)
    const isBeforeHard = leftMs > lifetimeMs - hardMs
    // Just after a refresh the next one would bring hardly more, however much is asked for.
    const isLong = leftMs >= Math.min(minValidityMs, lifetimeMs * 0.9)
    const isFirst = tries === 0
    if (grant.tokens && (isFirst ? isBeforeHard && isLong : leftMs > 0)) {
      if (isFirst && session.isDue(grant)) session.check()
      return { token: grant.tokens.accessToken, gen }
    }
    // Fresh, but not for as long as is asked: only a newer one will do.
    const staleGen = isBeforeHard && grant.tokens ? gen : undefined
    result = await untilAborted(session.refresh({ isUrgent: true, staleGen }), signal)
    if (result.type === 'deferred' || result.type === 'ended') break
  }
  const grant = session.grant()
  if (!grant) throw whySignedOut(session)
  // The refresh has to wait: what is there is used for as long as it is good.
  if (grant.tokens && ageOf(grant, platform) < grant.record.lifetimeMs)
    return { token: grant.tokens.accessToken, gen: grant.record.gen }
  throw (
    (result?.type === 'deferred' && result.error) ||
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
