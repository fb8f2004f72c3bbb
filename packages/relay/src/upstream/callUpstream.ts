import {
  type ProviderContext,
  TakoKitError,
  type TokenOutcome,
  type TokenProvider,
} from '@takokit/core'
import { assertOutcome, assertToken } from '@takokit/core/internal'
import { redactError } from '../redact/redactError.ts'
import { toCleanError } from '../redact/toCleanError.ts'
import type { RelayEngine, Trace } from '../RelayEngine.ts'
import { readArrived } from './readArrived.ts'
import { createCallSecrets } from './createCallSecrets.ts'
import { createUpstreamFetch } from './createUpstreamFetch.ts'

export interface UpstreamCall {
  provider: TokenProvider
  call: 'exchange' | 'refresh' | 'revoke'
  trace: Trace
  /** Default: `timing.requestTimeoutMs`. */
  timeoutMs?: number | undefined
  /** Values that must not be in any resulting error. */
  secrets: readonly (string | undefined)[]
  run: (context: ProviderContext) => Promise<TokenOutcome>
}

/** One call to a provider, bounded in time. What was sent is removed from its errors. Nothing else cancels it. */
export async function callUpstream(
  engine: RelayEngine,
  { provider, call, trace, timeoutMs, run, ...given }: UpstreamCall,
): Promise<TokenOutcome> {
  const { now, setTimer, timing } = engine
  const startedAt = now()
  const controller = new AbortController()
  const secrets = createCallSecrets()
  secrets.note(engine.secrets)
  secrets.note(() => given.secrets)
  const fetch = createUpstreamFetch(engine, provider, {
    requestId: trace.requestId,
    signal: controller.signal,
    secrets,
  })
  let status = 0
  const context: ProviderContext = {
    now,
    async fetch(input, init) {
      const response = await fetch(input, init)
      status = response.status
      return response
    },
  }
  let stop = () => {}
  const late = new Promise<TokenOutcome>((resolve) => {
    const giveUp = async () => {
      await readArrived()
      const error = new TakoKitError('network/timeout', 'The provider took too long to answer.')
      resolve({ type: 'ambiguous', error })
      controller.abort()
    }
    stop = setTimer(() => void giveUp(), timeoutMs ?? timing.requestTimeoutMs)
  })
  const answered = await Promise.race([attempt(run, context), late])
  stop()
  // A server that fails has refused nothing, whatever its body says. The page has the same rule.
  const isFailure = answered.type === 'terminal' && status >= 500
  const outcome: TokenOutcome = isFailure ? { ...answered, type: 'ambiguous' } : answered
  const durationMs = now() - startedAt
  engine.metric({
    type: 'upstream',
    provider: provider.name,
    call,
    outcome: outcome.type,
    durationMs,
  })
  if (outcome.type === 'ok') return outcome
  const error = toCleanError(outcome.error, secrets.all()) as TakoKitError
  engine.log({
    level: 'warn',
    event: 'upstream-failed',
    requestId: trace.requestId,
    provider: provider.name,
    route: call,
    code: error.code,
    reason: outcome.type,
    correlationId: error.correlationId,
    durationMs,
    error: redactError(error),
  })
  return { type: outcome.type, error }
}

/** A custom provider may throw synchronously rather than reject. */
async function attempt(run: UpstreamCall['run'], context: ProviderContext): Promise<TokenOutcome> {
  try {
    const outcome = await run(context)
    assertOutcome(outcome)
    if (outcome.type === 'ok') assertToken(outcome.tokens.accessToken)
    return outcome
  } catch (error) {
    return failedToRead(error)
  }
}

function failedToRead(cause: unknown): TokenOutcome {
  const error = new TakoKitError(
    'provider/unreadable',
    'The provider’s answer could not be read.',
    {
      cause,
    },
  )
  return { type: 'malformed', error }
}
