import type { TokenProvider } from '../types/TokenProvider.ts'
import { beginSession } from './beginSession.ts'
import { callProvider } from './callProvider.ts'
import type { SessionController } from './SessionController.ts'
import type { Engine } from './Engine.ts'
import { noTokens } from './revokeTokens.ts'
import { setBound } from './setBound.ts'

/** Asks the relay whether it has a session that began on the server, which this page cannot know of. */
export async function restoreRelayed(
  engine: Engine,
  provider: TokenProvider,
  controller: (name: string, account: string) => SessionController,
  use: (name: string, account: string) => void,
  inUse: ReadonlyMap<string, string>,
): Promise<void> {
  const { platform, options } = engine
  const requestedAt = platform.now()
  const monotonicAt = platform.monotonic()

  async function ask(): Promise<void> {
    const outcome = await callProvider(engine, provider, (context) =>
      provider.refresh(context, { tokens: noTokens, account: '' }),
    )
    // Signed in by hand meanwhile.
    if (outcome.type !== 'ok' || inUse.has(provider.name)) return
    const account = outcome.tokens.subject ?? 'default'
    const session = controller(provider.name, account)
    // All tabs of one relayed session give it the same name.
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
  // Who is late is let in all the same, but nobody waits for that.
  await Promise.race([ask(), isLate]).finally(() => stopBound())
}
