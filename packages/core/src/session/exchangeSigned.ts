import { TakoKitError } from '../errors/TakoKitError.ts'
import type { CheckedSignature } from '../signer/checkSignature.ts'
import type { SignedMessage, TokenProvider } from '../types/TokenProvider.ts'
import type { TokenSet } from '../types/TokenSet.ts'
import { untilAborted } from '../utils/untilAborted.ts'
import { callProvider } from './callProvider.ts'
import type { SessionRunner } from './createSession.ts'
import type { Engine } from './Engine.ts'
import { backoffMs } from './backoffMs.ts'
import { quietProvider } from './takeBudget.ts'

export interface ExchangeParameters extends CheckedSignature {
  session: SessionRunner
  provider: TokenProvider
  exchange: NonNullable<TokenProvider['exchange']>
  signal: AbortSignal
}

export interface Exchanged {
  tokens: TokenSet
  requestedAt: number
  monotonicAt: number
}

/** Exchanges a signature for tokens; tries again what is transient, since a signature is good for more than one try. */
export async function exchangeSigned(
  engine: Engine,
  parameters: ExchangeParameters,
): Promise<Exchanged> {
  const { platform, options } = engine
  const { session, provider, exchange, signed, isSmartAccount, signal } = parameters
  const giveUpAt = platform.monotonic() + options.exchangePatienceMs
  for (let failures = 1; ; failures++) {
    const requestedAt = platform.now()
    const monotonicAt = platform.monotonic()
    const outcome = await untilAborted(
      callProvider(engine, provider, (context) => exchange(context, signed)),
      signal,
    )
    if (outcome.type === 'ok') {
      checkSubject(outcome.tokens, signed)
      return { tokens: outcome.tokens, requestedAt, monotonicAt }
    }
    const { error } = outcome
    if (outcome.type === 'terminal')
      throw await untilAborted(explain(error, isSmartAccount), signal)
    const isThrottled = outcome.type === 'throttled'
    // Half of it at least, so that "trying again in 4 s" is true.
    const waitMs = error.retryAfterMs ?? backoffMs(failures, 0.5 + platform.random() / 2, options)
    if (isThrottled) await quietProvider(engine, provider.name, platform.now() + waitMs)
    const isHopeless = outcome.type === 'malformed' && failures > 1
    if (isHopeless || platform.monotonic() + waitMs > giveUpAt) throw error
    session.dispatch({ type: 'exchangeDeferred', error, retryAt: platform.now() + waitMs })
    // Not cut short by what happens to a session that is there already.
    const wait = new Promise<void>((resolve) => void platform.setTimer(resolve, waitMs))
    await untilAborted(wait, signal)
    session.dispatch({ type: 'messageSigned' })
  }
}

function checkSubject({ subject }: TokenSet, { address }: SignedMessage): void {
  if (subject && subject.toLowerCase() !== address.toLowerCase())
    throw new TakoKitError(
      'provider/wrong-subject',
      'The provider sent tokens for another account. They were thrown away.',
    )
}

async function explain(
  error: TakoKitError,
  isSmartAccount: CheckedSignature['isSmartAccount'],
): Promise<TakoKitError> {
  if (error.code !== 'provider/signature-refused' || !(await isSmartAccount())) return error
  const { details, providerCode, correlationId } = error
  return new TakoKitError(
    'provider/contract-signature',
    'The provider does not accept this smart account’s signature. Sign in with an account that has a key of its own.',
    { cause: error, details, providerCode, correlationId },
  )
}
