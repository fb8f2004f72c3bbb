import { TakoKitError, type TokenProvider } from '@takokit/core'
import { openRow } from '../cookies/sealSession.ts'
import type { RelayEngine, Trace } from '../RelayEngine.ts'
import { comeBack } from './comeBack.ts'
import { admitRenewal } from './admitRenewal.ts'
import type { OpenedSession } from './OpenedSession.ts'
import { healthWaitMs, readHealth } from './health.ts'
import { isFresh } from './lifetime.ts'
import { decideRenewal } from './decideRenewal.ts'
import { pause } from './pause.ts'
import { attemptRenewal } from './attemptRenewal.ts'
import { throttleLeftMs } from './throttle.ts'
import type { Renewal } from './Renewal.ts'
import { refuseUnreadable } from './refuseUnreadable.ts'
import type { ReadRow } from './ReadRow.ts'
import { readRow } from './rows.ts'

/** How often the row of one session is read: more than any real sequence of events needs. */
const maxRounds = 24

export interface RenewParameters {
  provider: TokenProvider
  held: OpenedSession
  trace: Trace
  /** The session's row as this request has just read it, to save another read. */
  read?: ReadRow | undefined
}

/** Renews a session's tokens, one renewal at a time: concurrent callers share its result. */
export async function renew(engine: RelayEngine, parameters: RenewParameters): Promise<Renewal> {
  const { flights, timing } = engine
  let { read } = parameters
  const { sid, gen } = parameters.held.session
  const longestMs = timing.requestTimeoutMs + timing.frozenMarginMs + timing.answerWithinMs
  for (;;) {
    const under = flights.get(sid)
    // An older one ended with a request whose platform has dropped its tasks. It will never settle.
    if (!under || engine.now() - under.beganAt > longestMs) break
    const renewal = await under.renewing
    read = undefined
    // One that began with an older generation may have brought what the caller has already.
    if (renewal.type !== 'renewed' || renewal.held.session.gen > gen) return renewal
  }
  const flight = { renewing: renewOnce(engine, { ...parameters, read }), beganAt: engine.now() }
  flights.set(sid, flight)
  const land = () => flights.get(sid) === flight && flights.delete(sid)
  flight.renewing.then(land, land)
  return flight.renewing
}

async function renewOnce(
  engine: RelayEngine,
  { provider, held, trace, ...just }: RenewParameters,
): Promise<Renewal> {
  const { sid } = held.session
  const beganAt = engine.now()
  // Where each request has its own tasks, none may end another's wait.
  if (!trace.isShortLived) await engine.turn()
  let current = held
  for (let round = 0; round < maxRounds; round++) {
    await engine.pendingWrites.flush(sid)
    const [read, quietMs, health] = await Promise.all([
      // The compare-and-set detects what another process wrote since.
      (round === 0 && just.read) || readRow(engine, sid),
      throttleLeftMs(engine, provider.name),
      readHealth(engine, provider.name),
    ])
    if (read.isUnreadable) throw refuseUnreadable(engine, provider.name, trace)
    const look = decideRenewal(read, current, engine)
    switch (look.type) {
      case 'ended':
        return look
      case 'newer': {
        const session = await openRow(engine, provider.name, { sid, sealed: look.sealed })
        // Sealed with a key that this replica does not have (yet): this must not end a session.
        if (!session) return waitFor(engine.timing.storeWaitMs)
        current = { session, sealed: look.sealed }
        if (!isFresh(session, engine)) continue
        engine.metric({
          type: 'session',
          provider: provider.name,
          change: 'adopted',
          reason: undefined,
        })
        return { type: 'renewed', held: current }
      }
      case 'inFlight': {
        // No caller waits here any more: the page was asked to come back.
        const restMs = engine.timing.answerWithinMs - (engine.now() - beganAt)
        if (restMs <= 0) return comeBack()
        await pause(engine, sid, read.rev, Math.min(look.leftMs + 1, restMs))
        continue
      }
      case 'backingOff':
        if (look.leftMs > engine.timing.confirmDelayMs) return waitFor(look.leftMs)
        await pause(engine, sid, read.rev, look.leftMs)
        continue
      case 'ready': {
        const downMs = quietMs ? 0 : await healthWaitMs(engine, provider.name, { health, sid })
        if (downMs > 0) return waitFor(downMs)
        const waitMs = quietMs || (await admitRenewal(engine, provider.name, current.session))
        if (waitMs > 0) return throttled(waitMs)
        const renewal = await attemptRenewal(engine, {
          provider,
          held: current,
          trace,
          look,
          rev: read.rev,
          health,
        })
        if (renewal) return renewal
        continue
      }
      default:
        return look satisfies never
    }
  }
  return waitFor(engine.timing.backoffMaxMs)
}

function waitFor(waitMs: number): Renewal {
  const error = new TakoKitError(
    'provider/unavailable',
    'The provider did not renew the tokens. The next try waits.',
  )
  return { type: 'wait', waitMs, error }
}

function throttled(waitMs: number): Renewal {
  const error = new TakoKitError(
    'provider/throttled',
    'The provider asks for a pause before the next request.',
  )
  return { type: 'wait', waitMs, error }
}
