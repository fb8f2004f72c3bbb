import { readIssuedTokens } from '../tokens/readIssuedTokens.ts'
import type { IssuedTokens } from '../types/IssuedTokens.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'
import type { BeginParameters } from './BeginParameters.ts'
import type { Engine } from './Engine.ts'

/** A pair of tokens that was handed over, and when it was requested by this device's clocks. */
export function issuedTokens(
  { platform }: Engine,
  provider: TokenProvider,
  issued: IssuedTokens,
): Pick<BeginParameters, 'tokens' | 'requestedAt' | 'monotonicAt'> {
  const { defaultLifetimeMs } = provider
  const nowAt = platform.now()
  const { tokens, spentMs } = readIssuedTokens({ issued, nowAt, defaultLifetimeMs })
  return { tokens, requestedAt: nowAt - spentMs, monotonicAt: platform.monotonic() - spentMs }
}
