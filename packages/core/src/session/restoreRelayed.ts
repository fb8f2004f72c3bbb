import type { TokenProvider } from '../types/TokenProvider.ts'
import type { Accounts } from './Accounts.ts'
import { beginSession } from './beginSession.ts'
import { callProvider } from '../refresh/callProvider.ts'
import type { Engine } from './Engine.ts'
import { findEnded } from './findEnded.ts'
import { defaultBudget } from '../refresh/judgeOutcome.ts'
import { noTokens, revokeTokens } from '../refresh/revokeTokens.ts'
import { noteHeard } from './noteHeard.ts'
import { setBound } from '../refresh/setBound.ts'
import { recordThrottle } from '../refresh/takeBudget.ts'

/** Asks the relay whether it has a session that began on the server, which this page cannot know. */
export async function restoreRelayed(
  engine: Engine,
  provider: TokenProvider,
  { controller, use, inUse }: Pick<Accounts, 'controller' | 'use' | 'inUse'>,
): Promise<void> {
  const { platform, options } = engine
  const requestedAt = platform.now()
  const monotonicAt = platform.monotonic()

  async function ask(): Promise<void> {
    const outcome = await callProvider(engine, provider, (context) =>
      provider.refresh(context, { tokens: noTokens, account: '' }),
    )
    if (outcome.type === 'throttled') {
      const waitMs = outcome.error.retryAfterMs ?? (provider.budget ?? defaultBudget).perMs
      await recordThrottle(engine, provider.name, platform.now() + waitMs)
    }
    // The user has signed in meanwhile.
    if (outcome.type !== 'ok' || inUse(provider.name)) return
    const { tokens } = outcome
    const { subject } = tokens
    const ended = await findEnded(engine, provider, tokens)
    const account = ended?.account ?? subject ?? 'default'
    const session = controller(provider.name, account)
    const parameters = { session, provider, account, tokens, requestedAt, monotonicAt }
    if (!ended && (await beginSession(engine, parameters))) return use(provider.name, account)
    session.dispatch({ type: 'restored', held: undefined })
    const revoked = await revokeTokens(engine, provider, { tokens, account })
    if (ended && provider.revoke && revoked !== false)
      await noteHeard(engine, session.key, ended.sid)
  }

  let stopBound = () => {}
  const isLate = new Promise<void>((resolve) => {
    stopBound = setBound(platform, options.requestTimeoutMs, resolve)
  })
  // A late answer is still used, but nothing waits for it.
  await Promise.race([ask(), isLate]).finally(() => stopBound())
}
