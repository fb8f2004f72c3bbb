import type { SessionRecord } from '../types/SessionRecord.ts'
import type { TokenSet } from '../types/TokenSet.ts'
import type { AttemptParameters } from './AttemptParameters.ts'
import { callProvider } from './callProvider.ts'
import { defaultBudget, judgeOutcome, type Verdict } from './judgeOutcome.ts'
import type { RefreshEngine } from './RefreshEngine.ts'
import { ageOf } from './refreshDelay.ts'
import { recordThrottle } from './takeBudget.ts'

/** Sends the refresh token and judges the answer. A pause that the provider asks for applies to all tabs and accounts. */
export async function sendAttempt(
  engine: RefreshEngine,
  { provider, held }: AttemptParameters,
  { presented, tokens }: { presented: SessionRecord; tokens: TokenSet },
): Promise<Verdict> {
  const { platform, options } = engine
  const wasOffline = !platform.isOnline()
  const outcome = await callProvider(engine, provider, (context) =>
    provider.refresh(context, { tokens, account: presented.account }),
  )
  const verdict = judgeOutcome({
    record: presented,
    outcome,
    nowAt: platform.now(),
    random: platform.random(),
    isTokenValid: ageOf(held, platform) < held.record.lifetimeMs,
    wasOffline,
    budget: provider.budget ?? defaultBudget,
    options,
  })
  if (verdict.type === 'end' && verdict.error.code === 'config/invalid')
    platform.warn(verdict.error.message)
  if (verdict.type === 'wait' && verdict.isThrottled)
    await recordThrottle(engine, provider.name, verdict.retryAt)
  return verdict
}
