import type { AuthClient } from '../../../core/src/createAuthClient.ts'
import type { AuthEvent } from '../../../core/src/types/AuthEvent.ts'
import type { VirtualDisk } from './virtualDisk.ts'
import type { VirtualTab } from './VirtualTab.ts'

/** A tab with the kit, and the actions of its user. */
export interface Page {
  tab: VirtualTab
  client: AuthClient
  /** The storage of this page: the origin's, or its own. */
  disk: VirtualDisk
  events: AuthEvent[]
  /** Calls that have not settled. */
  pending: () => string[]
  dispose: () => void
  isDisposed: () => boolean
  ask: (account?: string, minValidityMs?: number) => Promise<Told>
  /** Sends an authorized request: returns its status, or the code of the error. */
  call: (account?: string) => Promise<number | string>
  refresh: (account?: string) => Promise<string>
  /** Takes over a pair of tokens. */
  start: (account: string) => Promise<string>
  /** Signs in with a wallet. */
  signIn: (account: string) => Promise<string>
  cancelSignIn: () => void
  signOut: (account?: string) => Promise<string>
}

/** Whether the returned token is valid, or the code of the error. */
export type Told = { isGood: boolean } | { code: string }
