import { TakoKitError } from '../errors/TakoKitError.ts'
import type { CheckedSignature } from '../signer/checkSignature.ts'
import type { TokenOutcome } from '../types/TokenOutcome.ts'
import type { ProviderContext, SignedMessage, TokenProvider } from '../types/TokenProvider.ts'
import type { TokenSet } from '../types/TokenSet.ts'
import { raceAbort } from '../utils/raceAbort.ts'
import { callProvider, tooSlow } from '../refresh/callProvider.ts'
import type { SessionController } from './SessionController.ts'
import type { Engine } from './Engine.ts'
import { cookieLockOf } from './lockNameOf.ts'
import { runLocked } from './runLocked.ts'
import { checkKept } from './checkKept.ts'
import { backoffMs, longerWait } from '../refresh/backoffMs.ts'
import { defaultBudget } from '../refresh/judgeOutcome.ts'
import { revokeTokens } from '../refresh/revokeTokens.ts'
import { setBound } from '../refresh/setBound.ts'
import { noteMs, recordThrottle, takeBudget, throttled } from '../refresh/takeBudget.ts'

export interface ExchangeParameters extends CheckedSignature {
  session: SessionController
  provider: TokenProvider
  exchange: NonNullable<TokenProvider['exchange']>
  signal: AbortSignal
}

export interface Exchanged {
  tokens: TokenSet
  requestedAt: number
  monotonicAt: number
}

/** A server that fails with HTTP 500 has a fault of its own, which time alone seldom cures: how often it is asked. */
const triesOfFailed = 4

/** Exchanges a signature for tokens. Transient failures are retried, because a signature can be sent more than once. */
export async function exchangeSigned(
  engine: Engine,
  parameters: ExchangeParameters,
): Promise<Exchanged> {
  const { platform, options } = engine
  const { session, provider, signed, isSmartAccount, signal } = parameters
  const budget = provider.budget ?? defaultBudget
  const giveUpAt = platform.monotonic() + options.exchangePatienceMs

  async function pause(waitMs: number, error: TakoKitError): Promise<void> {
    if (platform.monotonic() + waitMs > giveUpAt) throw error
    session.dispatch({ type: 'answerLate', error, retryAt: platform.now() + waitMs })
    // Not shortened by changes of a session that already exists.
    const wait = new Promise<void>((resolve) => void platform.setTimer(resolve, waitMs))
    await raceAbort(wait, signal)
    session.dispatch({ type: 'messageSigned', isChecked: true })
  }

  for (let failures = 1; ; ) {
    const sent = await exchangeOnce(engine, parameters)
    if ('waitMs' in sent) {
      await pause(sent.waitMs, throttled(sent.waitMs))
      continue
    }
    const { outcome, status, ...sentAt } = sent
    if (outcome.type === 'ok') {
      checkSubject(outcome.tokens, signed)
      await raceAbort(checkKept(engine, provider), signal)
      return { tokens: outcome.tokens, ...sentAt }
    }
    const { error } = outcome
    if (outcome.type === 'terminal') throw await raceAbort(explain(error, isSmartAccount), signal)
    if (outcome.type === 'malformed' && failures > 1) throw error
    if (status === 500 && failures >= triesOfFailed) throw error
    // At least half of the back-off, so that a displayed "trying again in 4 s" is true.
    const ownMs = backoffMs(failures, 0.5 + platform.random() / 2, options)
    const { retryAfterMs = outcome.type === 'throttled' ? budget.perMs : undefined } = error
    const waitMs = longerWait(retryAfterMs, ownMs, options)
    if (outcome.type === 'throttled')
      await recordThrottle(engine, provider.name, platform.now() + waitMs)
    await pause(waitMs, error)
    failures++
  }
}

/** The outcome of a signature that was sent, with the HTTP status, or how long to wait before it may be sent. */
type Sent =
  | { outcome: TokenOutcome; status: number; requestedAt: number; monotonicAt: number }
  | { waitMs: number }

/**
 * Sends the signature once, if the budget allows it. A late answer is reported to the caller; tokens that arrive after a cancel are
 * revoked.
 */
async function exchangeOnce(
  engine: Engine,
  { session, provider, exchange, signed, signal }: ExchangeParameters,
): Promise<Sent> {
  const { platform, options } = engine
  const { name, budget = defaultBudget } = provider
  const stopBound = setBound(platform, options.requestTimeoutMs, () => {
    if (!signal.aborted)
      session.dispatch({ type: 'answerLate', error: tooSlow(), retryAt: undefined })
  })
  const send = async (): Promise<Sent> => {
    const requestedAt = platform.now()
    const monotonicAt = platform.monotonic()
    let status = 0
    const outcome = await callProvider(engine, provider, (context) => {
      const fetch: ProviderContext['fetch'] = async (input, init) => {
        const response = await context.fetch(input, init)
        status = response.status
        return response
      }
      return exchange({ ...context, fetch }, signed)
    })
    // A relay ends a session by its account's name, and that account may have signed in again by now.
    const isNeeded = provider.relayed && session.state().status !== 'signedOut'
    if (signal.aborted && outcome.type === 'ok' && provider.revoke && !isNeeded)
      await revokeTokens(engine, provider, { tokens: outcome.tokens, account: signed.address })
    // A pause applies to the next sign-in too.
    if (signal.aborted && outcome.type === 'throttled')
      await recordThrottle(
        engine,
        name,
        platform.now() + (outcome.error.retryAfterMs ?? budget.perMs),
      )
    return { outcome, status, requestedAt, monotonicAt }
  }
  // The budget is taken when the turn has come, so that requests which wait for one another are not sent together later.
  const sendInTurn = async (): Promise<Sent> => {
    // Cancelled before its turn, nothing is sent.
    signal.throwIfAborted()
    const take = (isReserved: boolean) =>
      takeBudget(engine, { provider: name, budget, isReserved, leftMs: session.leftMs })
    const takenAt = platform.monotonic()
    let waitMs = await take(false)
    const tookMs = platform.monotonic() - takenAt
    // A page that was frozen meanwhile may have missed a pause, and sends much later than it has noted.
    if (waitMs === 0 && tookMs > noteMs) waitMs = await take(tookMs <= options.frozenMarginMs)
    return waitMs > 0 ? { waitMs } : send()
  }
  const answer = runLocked(engine, cookieLockOf(engine, session), sendInTurn)
  try {
    return await raceAbort(answer, signal)
  } finally {
    stopBound()
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
