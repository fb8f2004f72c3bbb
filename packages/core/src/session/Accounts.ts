import type { TokenProvider } from '../types/TokenProvider.ts'
import type { SessionController } from './SessionController.ts'

/** `SessionParameters` before a dapp registers the names of its providers. */
export interface WhichSession {
  provider?: string | undefined
  account?: string | undefined
}

/** The controllers of a client's sessions in this tab, and which account of each provider is in use. */
export interface Accounts {
  /** The state of a provider before any account is known, by the provider's name. */
  readonly placeholders: ReadonlyMap<string, SessionController>
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
}
