import { TakoKitError } from '../errors/TakoKitError.ts'
import type { Platform } from '../types/Platform.ts'
import type { ProviderContext, TokenProvider } from '../types/TokenProvider.ts'
import type { TokenOutcome } from '../types/TokenOutcome.ts'
import { assertToken } from '../tokens/isToken.ts'
import { clampLifetime } from '../tokens/tokenLifetime.ts'
import type { RefreshEngine } from './RefreshEngine.ts'
import { assertOutcome } from './assertOutcome.ts'
import { setBound } from './setBound.ts'

/**
 * Runs one call to a provider. A slow answer counts whenever it arrives: nothing aborts the request before its bound, which is
 * two minutes for calls that use up a token or a signature.
 */
export async function callProvider(
  { platform, options }: RefreshEngine,
  provider: TokenProvider,
  call: (context: ProviderContext) => Promise<TokenOutcome>,
  boundMs: number = options.maxRequestMs,
): Promise<TokenOutcome> {
  const controller = new AbortController()
  let status = 0
  const context: ProviderContext = {
    now: platform.now,
    fetch: async (input, init) => {
      const url = platform.baseUrl ? new URL(input, platform.baseUrl).href : input
      const response = await platform.fetch(url, {
        ...init,
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        credentials: provider.credentials ?? (provider.relayed ? 'same-origin' : 'omit'),
        signal: controller.signal,
      })
      status = response.status
      return response
    },
  }
  let stopTimer = () => {}
  const timedOut = new Promise<TokenOutcome>((resolve) => {
    stopTimer = setBound(platform, boundMs, () => {
      const error = new TakoKitError('network/timeout', 'The provider did not answer in time.')
      resolve({ type: 'ambiguous', error })
      controller.abort()
    })
  })
  try {
    // The race also ends calls that ignore the signal.
    const outcome = await Promise.race([call(context), timedOut])
    assertOutcome(outcome)
    if (outcome.type === 'terminal' && status >= 500)
      return corrected(platform, provider, outcome.error)
    if (outcome.type !== 'ok') return outcome
    const { tokens } = outcome
    // Calls that bring none, and sessions in a cookie, have an empty one.
    if (tokens.accessToken !== '') assertToken(tokens.accessToken)
    const lifetimeMs = clampLifetime(tokens.lifetimeMs)
    return lifetimeMs === tokens.lifetimeMs
      ? outcome
      : { type: 'ok', tokens: { ...tokens, lifetimeMs } }
  } catch (cause) {
    const error = new TakoKitError(
      'provider/unreadable',
      `The provider "${provider.name}" failed while it read an answer.`,
      { cause },
    )
    return { type: 'malformed', error }
  } finally {
    stopTimer()
  }
}

/** Turns a refusal with a 5xx status into `ambiguous`: a failing server has not refused the token, so the session continues. */
function corrected(platform: Platform, provider: TokenProvider, error: TakoKitError): TokenOutcome {
  if (!warned.has(provider))
    platform.warn(
      `The provider "${provider.name}" called an HTTP 5xx answer terminal. It is tried again: only a refusal ends a session.`,
    )
  warned.add(provider)
  return { type: 'ambiguous', error }
}

const warned = new WeakSet<TokenProvider>()

/** The error for callers that wait for a late answer. */
export function tooSlow(): TakoKitError {
  return new TakoKitError(
    'network/timeout',
    'The provider takes long to answer. The request goes on: ask again in a moment.',
  )
}
