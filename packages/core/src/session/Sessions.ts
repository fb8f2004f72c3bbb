import type { AuthEvent } from '../types/AuthEvent.ts'
import type { SessionSnapshot } from '../types/SessionSnapshot.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'
import type { SessionController } from './SessionController.ts'

/** `SessionParameters` before a dapp registers the names of its providers. */
export interface WhichSession {
  provider?: string | undefined
  account?: string | undefined
}

/** All sessions of a client in this tab, and which account of each provider is in use. */
export interface Sessions {
  readonly providers: readonly TokenProvider[]
  /** The provider of that name; the first without a name. Throws `config/unknown-provider`. */
  provider: (name: string | undefined) => TokenProvider
  /** The controller of an account, created on first use. */
  controller: (name: string | undefined, account: string) => SessionController
  /** The session of this account, or the one in use. */
  find: (which: WhichSession) => SessionController
  /** Puts an account in use; `undefined` for none. */
  use: (name: string, account: string | undefined) => void
  inUse: (name: string) => string | undefined
  all: () => SessionController[]
  /** Reads the stored sessions once; later calls return the same promise. */
  restore: () => Promise<void>
  /** Reads the stored sessions again. Returns whether they could be read. */
  readStored: () => Promise<boolean>
  /** Asks the relay for a session that began on the server. */
  askRelay: (provider: TokenProvider) => Promise<void>
  /** One sign-in per provider at a time: a newer one replaces the older. */
  readonly attempts: Map<string, AbortController>
  snapshot: (which: WhichSession) => SessionSnapshot
  subscribe: (onChange: () => void) => () => void
  onEvent: (listener: (event: AuthEvent) => void) => () => void
  /** Throws `config/disposed`. */
  assertAlive: () => void
  /** Resolves when all sign-outs in progress have finished. */
  dispose: () => Promise<unknown>
}
