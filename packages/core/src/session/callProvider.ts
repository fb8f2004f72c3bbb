import { TakoKitError } from '../errors/TakoKitError.ts'
import type { ProviderContext, TokenProvider } from '../types/TokenProvider.ts'
import type { TokenOutcome } from '../types/TokenOutcome.ts'
import type { Engine } from './Engine.ts'

/** Runs one call to a provider, bounded in time. Nothing else cancels it: what was sent is waited for. */
export async function callProvider(
  { platform, options }: Engine,
  provider: TokenProvider,
  call: (context: ProviderContext) => Promise<TokenOutcome>,
): Promise<TokenOutcome> {
  const controller = new AbortController()
  const context: ProviderContext = {
    now: platform.now,
    fetch: (input, init) =>
      platform.fetch(platform.baseUrl ? new URL(input, platform.baseUrl).href : input, {
        ...init,
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        credentials: provider.relayed ? 'same-origin' : 'omit',
        signal: controller.signal,
      }),
  }
  let stopTimer = () => {}
  const timedOut = new Promise<TokenOutcome>((resolve) => {
    stopTimer = platform.setTimer(() => {
      const error = new TakoKitError('network/timeout', 'The provider took too long to answer.')
      resolve({ type: 'ambiguous', error })
      controller.abort()
    }, options.requestTimeoutMs)
  })
  try {
    // The race also ends what ignores the signal.
    return await Promise.race([call(context), timedOut])
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
