import { TakoKitError } from './errors/TakoKitError.ts'
import { browserPlatform } from './platform/browserPlatform.ts'
import { createSessions } from './session/createSessions.ts'
import type { Engine, Parts } from './session/Engine.ts'
import type { EngineOptions } from './refresh/EngineOptions.ts'
import type { PlatformWithParts } from './session/PlatformWithParts.ts'
import type { Sessions } from './session/Sessions.ts'
import { startOptions } from './refresh/startOptions.ts'
import { vaultStorage } from './storage/vaultStorage.ts'
import type { AuthEvent } from './types/AuthEvent.ts'
import type { Platform } from './types/Platform.ts'
import type { SessionSnapshot } from './types/SessionSnapshot.ts'
import type { AuthStorage, SessionStore } from './types/SessionStore.ts'
import type { TokenProvider } from './types/TokenProvider.ts'

export interface CreateAuthClientParameters<name extends string = string> {
  /** The token APIs to sign in to. The first is the default. */
  providers: readonly TokenProvider<name>[]
  /** Where sessions are stored: {@link vaultStorage} by default. */
  storage?: AuthStorage | undefined
  /** Sends every request; the global `fetch` by default. */
  fetch?: Platform['fetch'] | undefined
  /** Separates several clients on one origin. */
  namespace?: string | undefined
  /** When tokens are refreshed, and how long the kit waits and retries. */
  timing?: Partial<EngineOptions> | undefined
  /** Receives warnings about failures that throw no error, such as blocked storage; `console.warn` by default. */
  onWarning?: ((message: string) => void) | undefined
  /** Clocks, timers, locks and all other access to the environment: for tests. */
  platform?: Platform | undefined
}

/** The client that all actions and hooks take. Created by {@link createAuthClient}. */
export interface AuthClient<name extends string = string> {
  readonly providers: readonly TokenProvider<name>[]
  /** Calls back after every change of any session. Returns a function that stops it. */
  subscribe: (onChange: () => void) => () => void
  /** Returns the current state: the same object until it changes. */
  getSnapshot: (parameters?: {
    provider?: string | undefined
    account?: string | undefined
  }) => SessionSnapshot
  /** Calls back with each event, for a timeline. Events contain no tokens. Returns a function that stops it. */
  onEvent: (listener: (event: AuthEvent) => void) => () => void
  /** A random name of this page, as in `refreshedBy`. */
  readonly tabId: string
  /** Releases timers, locks and listeners. Sessions stay stored. */
  dispose: () => void
  /** The names of its providers, for {@link Register}. A type only: `undefined` at run time. */
  readonly '~providers': name
  readonly '~engine': Engine
  readonly '~sessions': Sessions
}

/**
 * Creates the client that holds the sessions of its providers and keeps their tokens fresh.
 *
 * @example
 * ```ts
 * import { cloudreve, createAuthClient, tako } from '@takokit/core'
 *
 * const auth = createAuthClient({
 *   providers: [tako(), cloudreve({ baseUrl: 'https://files.example.com/api/v4' })],
 * })
 * ```
 *
 * @throws {TakoKitError} `config/invalid` if there is no provider, or if two share a name.
 */
export function createAuthClient<const name extends string>(
  parameters: CreateAuthClientParameters<name>,
): AuthClient<name> {
  const {
    providers,
    storage = vaultStorage(),
    namespace = 'default',
    timing,
    onWarning,
  } = parameters
  const names = new Set(providers.map((provider) => provider.name))
  if (names.size === 0 || names.size < providers.length)
    throw new TakoKitError('config/invalid', '`providers` is empty, or two share a name.')
  const platform: PlatformWithParts =
    parameters.platform ?? browserPlatform({ fetch: parameters.fetch, onWarning })
  let store: Promise<SessionStore> | undefined
  const engine: Engine = {
    platform,
    namespace,
    tabId: platform.randomId(),
    options: { ...startOptions, ...timing } as EngineOptions,
    parts: loadParts,
    store() {
      store ??= storage
        .open({ namespace, warn: platform.warn, onBack: () => void sessions.restore() })
        .catch((cause: unknown) => {
          store = undefined
          throw cause
        })
      return store
    },
  }
  let parts: Promise<Parts> | undefined
  function loadParts(): Promise<Parts> {
    parts ??= (platform.parts?.() ?? import('./session/parts.ts')).then(
      (loaded) => {
        Object.assign(engine.options, loaded.lateOptions, timing)
        engine.loaded = loaded
        return loaded
      },
      (cause: unknown) => {
        // The next caller tries to load it again.
        parts = undefined
        throw new TakoKitError('network/failed', 'Part of the kit could not be loaded.', { cause })
      },
    )
    return parts
  }
  const sessions = createSessions(engine, providers)
  if (platform.isLive) void sessions.restore()
  return {
    providers,
    subscribe: sessions.subscribe,
    getSnapshot: (which = {}) => sessions.find(which).snapshot(),
    onEvent: sessions.onEvent,
    tabId: engine.tabId,
    dispose() {
      engine.challenges?.stop()
      const done = sessions.dispose()
      store?.then((opened) => done.then(() => opened.close())).catch(() => {})
    },
    '~engine': engine,
    '~sessions': sessions,
  } satisfies Omit<AuthClient<name>, '~providers'> as AuthClient<name>
}
