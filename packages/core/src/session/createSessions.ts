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
import { toHeldTokens } from './refreshDelay.ts'
import { isActiveRecord } from './isActiveRecord.ts'

/** Keeps the sessions, restores them, and follows other tabs and the page. */
export function createSessions(engine: Engine, providers: readonly TokenProvider[]): Sessions {
  const { platform } = engine
  const controllers = new Map<string, SessionController>()
  const inUse = new Map<string, string>()
  const changes = createEmitter<[]>(platform.warn)
  const events = createEmitter<[AuthEvent]>(platform.warn)
  /** One sign-in per provider at a time: a newer one takes the place of the older. */
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
      // Signed out as the page leaves: the others hear of it all the same.
      const open = channel ?? platform.openChannel(channelName, () => {})
      open.post({ v: 1, provider, account, sid, gen })
      if (!channel) open.close()
    },
  }
  // What is known of a provider before any account is.
  const placeholders = new Map(
    providers.map((provider) => [
      provider.name,
      createSession(engine, provider, undefined, callbacks),
    ]),
  )
  const stopPage = platform.onPageEvent((event) => {
    if (event === 'pagehide') return closeChannel()
    // Comes after `pagehide` where the page is put away.
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

  /** The session asked for: of this account, or the one in use. */
  function find(parameters: WhichSession): SessionController {
    const { name } = provider(parameters.provider)
    const account = parameters.account ?? inUse.get(name)
    const placeholder = placeholders.get(name) as SessionController
    return account === undefined
      ? placeholder
      : (controllers.get(`${name}:${account}`) ?? placeholder)
  }

  /** Puts an account in use; `undefined` for none. */
  function use(name: string, account: string | undefined): void {
    if (inUse.get(name) === account) return
    if (account === undefined) inUse.delete(name)
    else inUse.set(name, account)
    changes.emit()
  }

  /** Looks at what other tabs did; the account that is signed in then is in use, where none was. */
  async function follow(session: SessionController): Promise<void> {
    await session.sync()
    const { name } = session.provider
    if (session.held() && !inUse.has(name)) use(name, session.account)
  }

  /**
   * Takes in what is stored; whether it could be read. One after the other, since a tab can claim its session only once;
   * calls that come before the next one begins share it.
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

  /** Reads what is stored, once; later calls wait for the same. */
  function restore(): Promise<void> {
    restoring ??= restoreAll()
    return restoring
  }

  async function restoreAll(): Promise<void> {
    // What cannot be read now is read when somebody asks again.
    if (!(await readStored())) restoring = undefined
    if (isDisposed) return
    await Promise.all(
      providers.map(async (one) => {
        await askRelay(one).catch(() => {})
        placeholders.get(one.name)?.dispatch({ type: 'restored', held: undefined })
      }),
    )
  }

  /** A session behind a relay may have begun on the server. */
  async function askRelay(one: TokenProvider): Promise<void> {
    if (!one.relayed || inUse.has(one.name)) return
    const parts = await engine.parts()
    await parts.restoreRelayed(engine, one, controller, use, inUse)
  }

  function openChannel(): void {
    if (isDisposed || !platform.isLive) return
    channel ??= platform.openChannel(channelName, (message) => {
      // Written by another version of the kit, or about a provider that this page does not have.
      if (message?.v !== 1 || !placeholders.has(message.provider)) return
      const known = controllers.get(`${message.provider}:${message.account}`)
      // Of an account that this page does not know only the storage is believed.
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
    /** Resolves when what was being signed out is. */
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
