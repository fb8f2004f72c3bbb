import type { TokenOutcome } from '../types/TokenOutcome.ts'
import type { Revoked } from '../types/Revoked.ts'
import type { ProviderContext, TokenProvider } from '../types/TokenProvider.ts'
import type { TokenSet } from '../types/TokenSet.ts'
import { callProvider } from './callProvider.ts'
import type { Engine } from './Engine.ts'

/** What a relayed session has before it asked for its first token. */
export const noTokens: TokenSet = { accessToken: '', lifetimeMs: 0 }

/**
 * Tells the provider that tokens are not wanted any more, where it listens, and what became of it. Never fails: they end by
 * themselves too. Offline there is nothing to wait for.
 */
export async function revokeTokens(
  engine: Engine,
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
  // Signing out waits for it, and nothing is lost with its answer.
  await callProvider(engine, provider, revoke, engine.options.requestTimeoutMs)
  return revoked
}
