import { TakoKitError } from '../errors/TakoKitError.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'
import { raceAbort } from '../utils/raceAbort.ts'
import { callProvider } from '../refresh/callProvider.ts'
import { apiOf } from './apiOf.ts'
import type { ChallengeParameters, Challenges } from './Challenges.ts'
import type { Engine } from './Engine.ts'
import { cookieLockOf } from './lockNameOf.ts'
import { prepareProvider } from './prepareProvider.ts'
import { runLocked } from './runLocked.ts'
import { cancelled } from './toSignInError.ts'
import { noTokens } from '../refresh/revokeTokens.ts'

const defaultLifetimeMs = 240_000
/** The time that a signature needs to reach the server. A wallet's answer may take longer: the server then refuses, and it is requested anew. */
const marginMs = 15_000
/** How often an unused challenge is replaced when it expires, before a sign-in asks for the next one. */
const maxRenewals = 2

interface Held {
  challenge: unknown
  /** On both clocks: the wall clock steps, and the monotonic one may stop during sleep. */
  endsAt: number
  endsMonotonic: number
}

/** The client's challenges, created on first use. */
export function challengesOf(engine: Engine): Challenges {
  engine.challenges ??= createChallenges(engine)
  return engine.challenges
}

function createChallenges(engine: Engine): Challenges {
  const { platform } = engine
  const held = new Map<TokenProvider, Held>()
  const requests = new Map<TokenProvider, Promise<unknown>>()
  const timers = new Map<TokenProvider, () => void>()
  let isStopped = false

  function peek(provider: TokenProvider): unknown {
    const one = held.get(provider)
    const isValid = one && platform.now() < one.endsAt && platform.monotonic() < one.endsMonotonic
    return isValid ? one.challenge : undefined
  }

  async function request(
    provider: TokenProvider,
    parameters: ChallengeParameters,
    renewals: number,
  ): Promise<unknown> {
    const requestedAt = platform.now()
    const monotonicAt = platform.monotonic()
    await prepareProvider(provider)
    const { challenge, lifetimeMs = defaultLifetimeMs } = await ask(engine, provider, parameters)
    const leftMs = Math.max(lifetimeMs - Math.min(marginMs, lifetimeMs / 4), 0)
    held.set(provider, {
      challenge,
      endsAt: requestedAt + leftMs,
      endsMonotonic: monotonicAt + leftMs,
    })
    timers.get(provider)?.()
    const renew = () => {
      if (renewals < maxRenewals && platform.isVisible() && platform.isOnline())
        void share(provider, parameters, renewals + 1).catch(() => {})
    }
    if (!isStopped) timers.set(provider, platform.setTimer(renew, leftMs))
    return challenge
  }

  /** One request at a time: a call during a request waits for that one. */
  function share(
    provider: TokenProvider,
    parameters: ChallengeParameters,
    renewals: number,
  ): Promise<unknown> {
    const shared =
      requests.get(provider) ??
      request(provider, parameters, renewals).finally(() => requests.delete(provider))
    requests.set(provider, shared)
    return shared
  }

  return {
    peek,
    async get(provider, parameters) {
      const { signal, signer } = parameters
      const ready = peek(provider)
      if (ready !== undefined) return raceAbort(Promise.resolve(ready), signal)
      const found = await raceAbort(share(provider, parameters, 0), signal).catch(
        (cause: unknown) => {
          const isAbort = cause instanceof TakoKitError && cause.code === 'request/aborted'
          throw signer && isAbort ? cancelled(cause) : cause
        },
      )
      if (!signer?.needsTap || peek(provider) === undefined) return found
      throw new TakoKitError(
        'provider/message-expired',
        'The challenge arrived after the tap, and the wallet’s window needs one. Sign in again: it is there now.',
      )
    },
    spend(provider) {
      held.delete(provider)
      timers.get(provider)?.()
    },
    stop() {
      isStopped = true
      for (const stopTimer of timers.values()) stopTimer()
    },
  }
}

/**
 * Requests a challenge once. Nothing is used up by it, so a wait is bounded as that of a caller. Where the session is a cookie, it waits
 * its turn: a backend may store the challenge in the session that it reads, and would undo a sign-out that is under way.
 */
async function ask(
  engine: Engine,
  provider: TokenProvider,
  { address, signer, chainId = signer?.chainId }: ChallengeParameters,
): Promise<{ challenge: unknown; lifetimeMs?: number | undefined }> {
  let found: { challenge: unknown; lifetimeMs?: number | undefined } | undefined
  const call = () =>
    callProvider(
      engine,
      provider,
      async (context) => {
        const answer = await provider.challenge?.({ ...context, address, chainId })
        if (answer?.type !== 'ok') return answer ?? { type: 'ok', tokens: noTokens }
        found = answer
        return { type: 'ok', tokens: noTokens }
      },
      engine.options.requestTimeoutMs,
    )
  const api = apiOf(provider, engine.platform.baseUrl)
  const outcome = await runLocked(engine, cookieLockOf(engine, { provider, api }), call)
  if (outcome.type !== 'ok') throw outcome.error
  return found ?? { challenge: undefined }
}
