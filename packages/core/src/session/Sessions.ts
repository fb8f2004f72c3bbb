import type { AuthEvent } from '../types/AuthEvent.ts'
import type { Accounts } from './Accounts.ts'
import type { Restorer } from './Restorer.ts'

/** All sessions of a client in this tab. */
export interface Sessions extends Accounts, Restorer {
  /** One sign-in per provider at a time: a newer one replaces the older. */
  readonly attempts: Map<string, AbortController>
  subscribe: (onChange: () => void) => () => void
  onEvent: (listener: (event: AuthEvent) => void) => () => void
  /** Throws `config/disposed`. */
  assertAlive: () => void
  /** Resolves when all sign-outs in progress have finished. */
  dispose: () => Promise<unknown>
}
