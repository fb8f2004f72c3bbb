import { isActiveRecord } from '../refresh/isActiveRecord.ts'
import { toHeldTokens } from '../refresh/refreshDelay.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'
import type { Accounts } from './Accounts.ts'
import type { Engine } from './Engine.ts'
import type { Restorer } from './Restorer.ts'

export function createRestorer(
  engine: Engine,
  accounts: Accounts,
  isDisposed: () => boolean,
): Restorer {
  const { placeholders, inUse, use } = accounts
  let restoring: Promise<void> | undefined
  let reading: Promise<boolean> = Promise.resolve(false)
  let nextReading: Promise<boolean> | undefined

  /** Reads run one after the other, because a tab can claim its session only once; calls that wait for the next read share it. */
  function readStored(): Promise<boolean> {
    nextReading ??= reading.then(() => {
      nextReading = undefined
      return readOnce()
    })
    reading = nextReading
    return reading
  }

  async function readOnce(): Promise<boolean> {
    const earlier = accounts.all()
    const store = await engine.store().catch(() => undefined)
    const stored = await store?.list().catch(() => undefined)
    if (!stored || isDisposed()) return false
    const live = stored
      .filter(isActiveRecord)
      .sort((one, other) => other.record.startedAt - one.record.startedAt)
    for (const { record, tokens } of live) {
      const name = record.provider
      const known = placeholders.get(name)
      if (!known) continue
      if (known.api !== record.api) {
        void engine
          .parts()
          .then((parts) => parts.warnOfOther(engine, known, record))
          .catch(() => {})
        continue
      }
      if (!tokens && !known.provider.relayed) continue
      const session = accounts.controller(name, record.account)
      if (session.state().status === 'restoring')
        if (store?.clonedWithTab && !(await session.claim(record.sid).catch(() => true)))
          session.dispatch({ type: 'sessionEnded', reason: 'duplicated-tab', isOwn: false })
        else {
          const held = toHeldTokens(record, tokens, engine.platform)
          session.dispatch({ type: 'restored', held })
        }
      if (inUse(name) === undefined) use(name, record.account)
    }
    // What the read before this one has taken over may have ended while it was under way.
    for (const session of earlier) void session.sync()
    return true
  }

  async function restoreAll(): Promise<void> {
    // The next caller reads again.
    if (!(await readStored())) restoring = undefined
    if (isDisposed()) return
    await Promise.all(
      [...placeholders.values()].map(async (placeholder) => {
        await askRelay(placeholder.provider).catch(() => {})
        placeholder.dispatch({ type: 'restored', held: undefined })
      }),
    )
  }

  async function askRelay(provider: TokenProvider): Promise<void> {
    if (!provider.relayed || inUse(provider.name)) return
    const parts = await engine.parts()
    await parts.restoreRelayed(engine, provider, accounts)
  }

  return { restore: () => (restoring ??= restoreAll()), readStored, askRelay }
}
