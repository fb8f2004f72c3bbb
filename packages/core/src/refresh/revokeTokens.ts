import type { TokenOutcome } from '../types/TokenOutcome.ts'
import type { Revoked } from '../types/Revoked.ts'
import type { ProviderContext, TokenProvider } from '../types/TokenProvider.ts'
import type { TokenSet } from '../types/TokenSet.ts'
import { callProvider } from './callProvider.ts'
import type { RefreshEngine } from './RefreshEngine.ts'

/** The tokens of a relayed session before its first request. */
export const noTokens: TokenSet = { accessToken: '', lifetimeMs: 0 }

/** Asks the provider to revoke tokens, if it can, and returns the result. Never fails: tokens also expire. No wait offline. */
export async function revokeTokens(
  engine: RefreshEngine,
  provider: TokenProvider,
  session: { tokens: TokenSet; account: string },
): Promise<Revoked> {
  if (!provider.revoke) return 'unsupported'
  if (!engine.platform.isOnline()) return false
  let revoked: Revoked = false
  const revoke = async (context: ProviderContext): Promise<TokenOutcome> => {
    let isAccepted = true
    const answer = await provider.revoke?.(
      {
        ...context,
        fetch: async (input, init) => {
          const response = await context.fetch(input, init)
          isAccepted = response.ok
          return response
        },
      },
      session,
    )
    revoked = answer ?? isAccepted
    return { type: 'ok', tokens: session.tokens }
  }
  // A sign-out waits for this call, so its bound is short. A lost answer does no harm.
  await callProvider(engine, provider, revoke, engine.options.requestTimeoutMs)
  return revoked
}
