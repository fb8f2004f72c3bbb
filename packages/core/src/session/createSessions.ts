import { TakoKitError } from '../errors/TakoKitError.ts'
import type { AuthEvent } from '../types/AuthEvent.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'
import { createAccounts } from './createAccounts.ts'
import { createEmitter } from './createEmitter.ts'
import { createRestorer } from './createRestorer.ts'
import { createTabChannel } from './createTabChannel.ts'
import type { Engine } from './Engine.ts'
import type { SessionController } from './SessionController.ts'
import type { Sessions } from './Sessions.ts'

/** Holds all sessions, restores them, and follows other tabs and the page's lifecycle. */
export function createSessions(engine: Engine, providers: readonly TokenProvider[]): Sessions {
  const { platform } = engine
  const changes = createEmitter<[]>(platform.warn)
  const events = createEmitter<[AuthEvent]>(platform.warn)
  const attempts = new Map<string, AbortController>()
  let isDisposed = false

  const channel = createTabChannel(platform, `takokit:${engine.namespace}`, (message) => {
    // From another version of the kit, or about a provider that this page does not have.
    if (message?.v !== 1 || !placeholders.has(message.provider)) return
    const known = find(message)
    // For an account that this page does not know, only the storage is trusted, not the message.
    void (known.account === undefined ? readStored() : follow(known))
  })
  const accounts = createAccounts(engine, providers, {
    onChange: changes.emit,
    onEvent: events.emit,
    tellTabs({ record: { provider, account, sid, gen } }) {
      channel.post({ v: 1, provider, account, sid, gen })
    },
  })
  const { placeholders, find, use, inUse, all } = accounts
  const restorer = createRestorer(engine, accounts, () => isDisposed)
  const { restore, readStored } = restorer

  const stopPage = platform.onPageEvent((event) => {
    if (event === 'pagehide') return channel.close()
    // Follows `pagehide` when the page enters the back/forward cache.
    if (event === 'hidden') return
    openChannel()
    void restore().then(readStored)
    for (const controller of all()) void follow(controller).then(controller.check)
  })
  openChannel()

  function openChannel(): void {
    if (!isDisposed && platform.isLive) channel.open()
  }

  /** Syncs with other tabs. If no account was in use, the one that is then signed in is put in use. */
  async function follow(session: SessionController): Promise<void> {
    await session.sync()
    const { name } = session.provider
    if (session.held() && !inUse(name)) use(name, session.account)
  }

  return {
    ...accounts,
    ...restorer,
    attempts,
    subscribe: changes.add,
    onEvent: events.add,
    assertAlive() {
      if (isDisposed)
        throw new TakoKitError('config/disposed', 'This client was disposed of: make a new one.')
    },
    dispose() {
      isDisposed = true
      stopPage()
      channel.close()
      for (const attempt of attempts.values()) attempt.abort()
      changes.clear()
      events.clear()
      return Promise.all([...all(), ...placeholders.values()].map((one) => one.dispose()))
    },
  }
}
