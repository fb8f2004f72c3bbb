import { TakoKitError } from '../errors/TakoKitError.ts'
import type { AuthEvent } from '../types/AuthEvent.ts'
import type { Channel } from '../types/Platform.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'
import { createSession } from './createSession.ts'
import type { SessionCallbacks } from './SessionCallbacks.ts'
import type { SessionController } from './SessionController.ts'
import type { Sessions, WhichSession } from './Sessions.ts'
import type { Engine } from './Engine.ts'
import { createEmitter } from './createEmitter.ts'
import { toHeldTokens } from '../refresh/refreshDelay.ts'
import { isActiveRecord } from '../refresh/isActiveRecord.ts'

/** Holds all sessions, restores them, and follows other tabs and the page's lifecycle. */
export function createSessions(engine: Engine, providers: readonly TokenProvider[]): Sessions {
  const { platform } = engine
  const controllers = new Map<string, SessionController>()
  const inUse = new Map<string, string>()
  const changes = createEmitter<[]>(platform.warn)
  const events = createEmitter<[AuthEvent]>(platform.warn)
  const attempts = new Map<string, AbortController>()
  const channelName = `takokit:${engine.namespace}`
  let channel: Channel | undefined
  let restoring: Promise<void> | undefined
  let reading: Promise<boolean> = Promise.resolve(false)
  let nextReading: Promise<boolean> | undefined
  let isDisposed = false

  const callbacks: SessionCallbacks = {
    onChange: changes.emit,
    onEvent: events.emit,
    tellTabs({ record: { provider, account, sid, gen } }) {
      // A page that is being left still tells the other tabs that it signed out.
      const open = channel ?? platform.openChannel(channelName, () => {})
      open.post({ v: 1, provider, account, sid, gen })
      if (!channel) open.close()
    },
  }
  // State of a provider before any account is known.
  const placeholders = new Map(
    providers.map((provider) => [
      provider.name,
      createSession(engine, provider, undefined, callbacks),
    ]),
  )
  const stopPage = platform.onPageEvent((event) => {
    if (event === 'pagehide') return closeChannel()
    // Follows `pagehide` when the page enters the back/forward cache.
    if (event === 'hidden') return
    openChannel()
    void restore().then(readStored)
    for (const controller of controllers.values()) void follow(controller).then(controller.check)
  })
  openChannel()

  function provider(name: string | undefined): TokenProvider {
    const found = name === undefined ? providers[0] : providers.find((one) => one.name === name)
    if (found) return found
    const known = providers.map((one) => one.name).join(', ')
    throw new TakoKitError(
      'config/unknown-provider',
      `There is no provider "${name}". This client has: ${known}.`,
    )
  }

  function controller(name: string | undefined, account: string): SessionController {
    const one = provider(name)
    const key = `${one.name}:${account}`
    const found = controllers.get(key) ?? createSession(engine, one, account, callbacks)
    controllers.set(key, found)
    return found
  }

  function find(parameters: WhichSession): SessionController {
    const { name } = provider(parameters.provider)
    const account = parameters.account ?? inUse.get(name)
    const placeholder = placeholders.get(name) as SessionController
    return account === undefined
      ? placeholder
      : (controllers.get(`${name}:${account}`) ?? placeholder)
  }

  function use(name: string, account: string | undefined): void {
    if (inUse.get(name) === account) return
    if (account === undefined) inUse.delete(name)
    else inUse.set(name, account)
    changes.emit()
  }

  /** Syncs with other tabs. If no account was in use, the one that is then signed in is put in use. */
  async function follow(session: SessionController): Promise<void> {
    await session.sync()
    const { name } = session.provider
    if (session.held() && !inUse.has(name)) use(name, session.account)
  }

  /**
   * Reads the stored sessions and returns whether that succeeded. Reads run one after the other, because a tab can claim its
   * session only once; calls that wait for the next read share it.
   */
  function readStored(): Promise<boolean> {
    nextReading ??= reading.then(() => {
      nextReading = undefined
      return readOnce()
    })
    reading = nextReading
    return reading
  }

  async function readOnce(): Promise<boolean> {
    const store = await engine.store().catch(() => undefined)
    const stored = await store?.list().catch(() => undefined)
    if (!stored || isDisposed) return false
    const live = stored
      .filter(isActiveRecord)
      .sort((one, other) => other.record.startedAt - one.record.startedAt)
    for (const { record, tokens } of live) {
      const name = record.provider
      const known = placeholders.get(name)
      if (!known) continue
      if (known.api !== record.api) {
        void engine.parts().then(
          (parts) => parts.warnOfOther(engine, known, record),
          () => {},
        )
        continue
      }
      if (!tokens && !known.provider.relayed) continue
      const session = controller(name, record.account)
      if (session.state().status === 'restoring')
        if (store?.clonedWithTab && !(await session.claim(record.sid).catch(() => true)))
          session.dispatch({ type: 'sessionEnded', reason: 'duplicated-tab', isOwn: false })
        else session.dispatch({ type: 'restored', held: toHeldTokens(record, tokens, platform) })
      if (!inUse.has(name)) use(name, record.account)
    }
    return true
  }

  function restore(): Promise<void> {
    restoring ??= restoreAll()
    return restoring
  }

  async function restoreAll(): Promise<void> {
    // The next caller reads again.
    if (!(await readStored())) restoring = undefined
    if (isDisposed) return
    await Promise.all(
      providers.map(async (one) => {
        await askRelay(one).catch(() => {})
        placeholders.get(one.name)?.dispatch({ type: 'restored', held: undefined })
      }),
    )
  }

  async function askRelay(one: TokenProvider): Promise<void> {
    if (!one.relayed || inUse.has(one.name)) return
    const parts = await engine.parts()
    await parts.restoreRelayed(engine, one, controller, use, inUse)
  }

  function openChannel(): void {
    if (isDisposed || !platform.isLive) return
    channel ??= platform.openChannel(channelName, (message) => {
      // From another version of the kit, or about a provider that this page does not have.
      if (message?.v !== 1 || !placeholders.has(message.provider)) return
      const known = controllers.get(`${message.provider}:${message.account}`)
      // For an account that this page does not know, only the storage is trusted, not the message.
      void (known ? follow(known) : readStored())
    })
  }

  function closeChannel(): void {
    channel?.close()
    channel = undefined
  }

  return {
    providers,
    provider,
    controller: controller,
    find,
    use,
    restore,
    readStored,
    attempts,
    askRelay,
    inUse: (name) => inUse.get(name),
    all: () => [...controllers.values()],
    snapshot: (which) => find(which).snapshot(),
    subscribe: changes.add,
    onEvent: events.add,
    assertAlive() {
      if (isDisposed)
        throw new TakoKitError('config/disposed', 'This client was disposed of: make a new one.')
    },
    dispose() {
      isDisposed = true
      stopPage()
      closeChannel()
      for (const attempt of attempts.values()) attempt.abort()
      changes.clear()
      events.clear()
      return Promise.all(
        [...controllers.values(), ...placeholders.values()].map((one) => one.dispose()),
      )
    },
  }
}
