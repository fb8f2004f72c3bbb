import type { AuthClient } from '../../../core/src/createAuthClient.ts'
import type { AuthEvent } from '../../../core/src/types/AuthEvent.ts'
import type { VirtualDisk } from './virtualDisk.ts'
import type { VirtualTab } from './VirtualTab.ts'

/** A tab with the kit in it, and what its user does. */
export interface Page {
  tab: VirtualTab
  client: AuthClient
  /** What this page stores in: the origin's, or its own. */
  disk: VirtualDisk
  events: AuthEvent[]
  /** Calls that have not come back. */
  pending: () => string[]
  dispose: () => void
  isDisposed: () => boolean
  ask: (account?: string, minValidityMs?: number) => Promise<Told>
  /** An authorized request: its status, or the code of the error. */
  call: (account?: string) => Promise<number | string>
  refresh: (account?: string) => Promise<string>
  /** Takes over a pair of tokens. */
  start: (account: string) => Promise<string>
  /** With a wallet. */
  signIn: (account: string) => Promise<string>
  cancelSignIn: () => void
  signOut: (account?: string) => Promise<string>
}

/** Whether the token that was given is good, or the code of the error. */
export type Told = { isGood: boolean } | { code: string }
