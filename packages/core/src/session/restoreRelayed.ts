import type { TokenProvider } from '../types/TokenProvider.ts'
import type { Accounts } from './Accounts.ts'
import { beginSession } from './beginSession.ts'
import { callProvider } from '../refresh/callProvider.ts'
import type { Engine } from './Engine.ts'
import { noTokens, revokeTokens } from '../refresh/revokeTokens.ts'
import { sidOf } from './sidOf.ts'
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
    const { tokens } = outcome
    const account = (await accountOf(sidOf(tokens))) ?? tokens.subject ?? 'default'
    const session = controller(provider.name, account)
    const parameters = { session, provider, account, tokens, requestedAt, monotonicAt }
    if (await beginSession(engine, parameters)) use(provider.name, account)
    else {
      session.dispatch({ type: 'restored', held: undefined })
      await revokeTokens(engine, provider, { tokens, account })
    }
  }

  /** The account that began the session here: the relay may spell it otherwise. */
  async function accountOf(sid: string | undefined): Promise<string | undefined> {
    const stored = await engine
      .store()
      .then((store) => store.list())
      .catch(() => [])
    return stored.find(({ record }) => record?.sid === sid)?.record?.account
  }

  let stopBound = () => {}
  const isLate = new Promise<void>((resolve) => {
    stopBound = setBound(platform, options.requestTimeoutMs, resolve)
  })
  // A late answer is still used, but nothing waits for it.
  await Promise.race([ask(), isLate]).finally(() => stopBound())
}
