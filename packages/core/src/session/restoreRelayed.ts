import type { TokenProvider } from '../types/TokenProvider.ts'
import type { Accounts } from './Accounts.ts'
import { beginSession } from './beginSession.ts'
import { callProvider } from '../refresh/callProvider.ts'
import type { Engine } from './Engine.ts'
import { noTokens } from '../refresh/revokeTokens.ts'
import { setBound } from '../refresh/setBound.ts'

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
    // The user has signed in meanwhile.
    if (outcome.type !== 'ok' || inUse(provider.name)) return
    const account = outcome.tokens.subject ?? 'default'
    const session = controller(provider.name, account)
    // All tabs of one relayed session derive the same `sid`.
    const sid = outcome.tokens.handle?.split('.')[0]
    const { tokens } = outcome
    await beginSession(engine, {
      session,
      provider,
      account,
      tokens,
      requestedAt,
      monotonicAt,
      sid,
    })
    use(provider.name, account)
  }

  let stopBound = () => {}
  const isLate = new Promise<void>((resolve) => {
    stopBound = setBound(platform, options.requestTimeoutMs, resolve)
  })
  // A late answer is still used, but nothing waits for it.
  await Promise.race([ask(), isLate]).finally(() => stopBound())
}
