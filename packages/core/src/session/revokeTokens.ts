import type { TokenOutcome } from '../types/TokenOutcome.ts'
import type { ProviderContext, TokenProvider } from '../types/TokenProvider.ts'
import type { TokenSet } from '../types/TokenSet.ts'
import { callProvider } from './callProvider.ts'
import type { Engine } from './Engine.ts'

/** What a relayed session has before it asked for its first token. */
export const noTokens: TokenSet = { accessToken: '', lifetimeMs: 0 }

/** Tells the provider that tokens are not wanted any more, where it listens. Never fails: they end by themselves too. */
export async function revokeTokens(
  engine: Engine,
  provider: TokenProvider,
  session: { tokens: TokenSet; account: string },
): Promise<void> {
  const revoke = async (context: ProviderContext): Promise<TokenOutcome> => {
    await provider.revoke?.(context, session)
    return { type: 'ok', tokens: session.tokens }
  }
  // Signing out waits for it, and nothing is lost with its answer.
  await callProvider(engine, provider, revoke, engine.options.requestTimeoutMs)
}
