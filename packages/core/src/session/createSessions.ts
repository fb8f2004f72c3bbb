import { TakoKitError } from '../errors/TakoKitError.ts'
import type { AuthEvent } from '../types/AuthEvent.ts'
import type { Channel } from '../types/Platform.ts'
import type { SessionSnapshot } from '../types/SessionSnapshot.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'
import { createSession, type SessionOutlets, type SessionRunner } from './createSession.ts'
import type { Engine } from './Engine.ts'
import { listenerSet } from './listenerSet.ts'
import { grantOf } from './refreshDelay.ts'
import { isLive } from './whyEnded.ts'

/** All sessions of a client in this tab, and which account of each provider is in use. */
export type Sessions = ReturnType<typeof createSessions>

/** Keeps the sessions, restores them, and follows other tabs and the page. */
export function createSessions(engine: Engine, providers: readonly TokenProvider[]) {
  const { platform } = engine
  const runners = new Map<string, SessionRunner>()
  const inUse = new Map<string, string>()
  const changes = listenerSet<[]>(platform.warn)
  const events = listenerSet<[AuthEvent]>(platform.warn)
  const attempts = new Map<string, AbortController>()
  let channel: Channel | undefined
  let restoring: Promise<void> | undefined
  let isDisposed = false

  const outlets: SessionOutlets = {
    onChange: changes.tell,
    onEvent: events.tell,
    tellTabs({ record: { provider, account, sid, gen } }) {
      channel?.post({ v: 1, provider, account, sid, gen })
    },
  }
  // What is known of a provider before any account is.
  const blanks = new Map(
    providers.map((provider) => [
      provider.name,
      createSession(engine, provider, undefined, outlets),
    ]),
  )
  const stopPage = platform.onPageEvent((event) => {
    if (event === 'pagehide') return closeChannel()
    // Comes after `pagehide` where the page is put away.
    if (event === 'hidden') return
    openChannel()
    void restore()
    for (const runner of runners.values()) void runner.look().then(runner.check)
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

  function runner(name: string | undefined, account: string): SessionRunner {
    const one = provider(name)
    const key = `${one.name}:${account}`
    const found = runners.get(key) ?? createSession(engine, one, account, outlets)
    runners.set(key, found)
    return found
  }

  /** The session asked for: of this account, or the one in use. */
  function find(parameters: {
    provider?: string | undefined
    account?: string | undefined
  }): SessionRunner {
    const { name } = provider(parameters.provider)
    const account = parameters.account ?? inUse.get(name)
    const blank = blanks.get(name) as SessionRunner
    return account === undefined ? blank : (runners.get(`${name}:${account}`) ?? blank)
  }

  /** Puts an account in use; `undefined` for none. */
  function use(name: string, account: string | undefined): void {
    if (inUse.get(name) === account) return
    if (account === undefined) inUse.delete(name)
    else inUse.set(name, account)
    changes.tell()
  }

  /** Reads what is stored, once; later calls wait for the same. */
  function restore(): Promise<void> {
    restoring ??= restoreAll()
    return restoring
  }

  async function restoreAll(): Promise<void> {
    const store = await engine.store().catch(() => undefined)
    const stored = await store?.list().catch(() => undefined)
    if (isDisposed) return
    // What cannot be read now is read when somebody asks again.
    if (!stored) restoring = undefined
    const live = (stored ?? [])
      .filter(isLive)
      .sort((one, other) => one.record.startedAt - other.record.startedAt)
    for (const { record, tokens } of live) {
      const name = record.provider
      const known = providers.find((one) => one.name === name)
      if (!known || (!tokens && !known.relayed)) continue
      const session = runner(name, record.account)
      if (store?.clonedWithTab && !(await session.claim(record.sid).catch(() => true)))
        session.dispatch({ type: 'sessionEnded', reason: 'duplicated-tab', isOwn: false })
      else session.dispatch({ type: 'restored', grant: grantOf(record, tokens, platform) })
      use(name, record.account)
    }
    await Promise.all(
      providers.map(async (one) => {
        await askRelay(one).catch(() => {})
        blanks.get(one.name)?.dispatch({ type: 'restored', grant: undefined })
      }),
    )
  }

  /** A session behind a relay may have begun on the server. */
  async function askRelay(one: TokenProvider): Promise<void> {
    if (!one.relayed || inUse.has(one.name)) return
    const { restoreRelayed } = await engine.parts()
    await restoreRelayed(engine, one, runner, use)
  }

  /** One sign-in per provider at a time: a newer one takes the place of the older. */
  function startAttempt(name: string): AbortController {
    cancelAttempt(name)
    const attempt = new AbortController()
    attempts.set(name, attempt)
    return attempt
  }

  function endAttempt(name: string, attempt: AbortController): void {
    if (attempts.get(name) === attempt) attempts.delete(name)
  }

  function cancelAttempt(name: string): void {
    attempts
      .get(name)
      ?.abort(new TakoKitError('sign-in/cancelled', 'Signing in was cancelled. Nothing was sent.'))
    attempts.delete(name)
  }

  function openChannel(): void {
    if (isDisposed || !platform.isLive) return
    channel ??= platform.openChannel(`takokit:${engine.namespace}`, (message) => {
      // Written by another version of the kit, or about a provider that this page does not have.
      if (message?.v !== 1 || !providers.some((one) => one.name === message.provider)) return
      const session = runner(message.provider, message.account)
      void session.look().then(() => {
        if (session.grant() && !inUse.has(message.provider)) use(message.provider, message.account)
      })
    })
  }

  function closeChannel(): void {
    channel?.close()
    channel = undefined
  }

  return {
    providers,
    provider,
    runner,
    find,
    use,
    restore,
    startAttempt,
    endAttempt,
    cancelAttempt,
    askRelay,
    inUse: (name: string) => inUse.get(name),
    all: () => [...runners.values()],
    snapshot: (parameters: {
      provider?: string | undefined
      account?: string | undefined
    }): SessionSnapshot => find(parameters).snapshot(),
    subscribe: changes.add,
    onEvent: events.add,
    assertAlive() {
      if (isDisposed)
        throw new TakoKitError(
          'config/disposed',
          'This client was disposed of. Make a new one with `createAuthClient`.',
        )
    },
    dispose() {
      isDisposed = true
      stopPage()
      closeChannel()
      for (const one of [...runners.values(), ...blanks.values()]) one.dispose()
      for (const name of [...attempts.keys()]) cancelAttempt(name)
      changes.clear()
      events.clear()
    },
  }
}
