import type { TokenProvider } from '../types/TokenProvider.ts'
import { beginSession } from './beginSession.ts'
import { callProvider } from './callProvider.ts'
import type { SessionRunner } from './createSession.ts'
import type { Engine } from './Engine.ts'

/** Asks the relay whether it has a session that began on the server, which this page cannot know of. */
export async function restoreRelayed(
  engine: Engine,
  provider: TokenProvider,
  runner: (name: string, account: string) => SessionRunner,
  use: (name: string, account: string) => void,
): Promise<void> {
  const { platform } = engine
  const requestedAt = platform.now()
  const monotonicAt = platform.monotonic()
  const tokens = { accessToken: '', lifetimeMs: 0 }
  const outcome = await callProvider(engine, provider, (context) =>
    provider.refresh(context, { tokens, account: '' }),
  )
  if (outcome.type !== 'ok') return
  const account = outcome.tokens.subject ?? 'default'
  const session = runner(provider.name, account)
  // All tabs of one relayed session give it the same name.
  const sid = outcome.tokens.handle?.split('.')[0]
  await beginSession(engine, {
    session,
    provider,
    account,
    tokens: outcome.tokens,
    requestedAt,
    monotonicAt,
    sid,
  })
  use(provider.name, account)
}
