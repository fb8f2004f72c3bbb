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
  /** By name; the first where none is named. Throws `config/unknown-provider`. */
  provider: (name: string | undefined) => TokenProvider
  /** That of an account, made where it is not known yet. */
  controller: (name: string | undefined, account: string) => SessionController
  /** The session asked for: of this account, or the one in use. */
  find: (which: WhichSession) => SessionController
  /** Puts an account in use; `undefined` for none. */
  use: (name: string, account: string | undefined) => void
  inUse: (name: string) => string | undefined
  all: () => SessionController[]
  /** Reads what is stored, once; later calls wait for the same. */
  restore: () => Promise<void>
  /** Takes in what is stored now; whether it could be read. */
  readStored: () => Promise<boolean>
  /** A session behind a relay may have begun on the server. */
  askRelay: (provider: TokenProvider) => Promise<void>
  /** One sign-in per provider at a time: a newer one takes the place of the older. */
  readonly attempts: Map<string, AbortController>
  snapshot: (which: WhichSession) => SessionSnapshot
  subscribe: (onChange: () => void) => () => void
  onEvent: (listener: (event: AuthEvent) => void) => () => void
  /** Throws `config/disposed`. */
  assertAlive: () => void
  /** Resolves when what was being signed out is. */
  dispose: () => Promise<unknown>
}
