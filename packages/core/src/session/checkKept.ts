import type { TokenProvider } from '../types/TokenProvider.ts'
import { callProvider } from '../refresh/callProvider.ts'
import { cookieLost } from '../refresh/cookieLost.ts'
import type { Engine } from './Engine.ts'
import { noTokens } from '../refresh/revokeTokens.ts'

/** The relay answers without asking anybody: who is late is believed. */
const patienceMs = 3_000

/**
 * In a frame a browser may drop the relay's cookie without a word: whether it came back is asked before anybody is told that
 * they are signed in.
 *
 * @throws {TakoKitError} `config/invalid` where it did not.
 */
export async function checkKept(engine: Engine, provider: TokenProvider): Promise<void> {
  if (!provider.relayed || !engine.platform.isFramed?.()) return
  const outcome = await callProvider(
    engine,
    provider,
    (context) => provider.refresh(context, { tokens: noTokens, account: '' }),
    patienceMs,
  )
  const error = outcome.type === 'terminal' && cookieLost(outcome.error)
  if (error) throw error
}
