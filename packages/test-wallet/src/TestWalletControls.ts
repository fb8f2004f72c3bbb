import type { Address } from 'viem'
import type { RequestCounts } from './requests/countRequests.ts'
import type { NextBehavior } from './types/NextBehavior.ts'
import type { PendingRequest } from './types/PendingRequest.ts'
import type { RequestListener } from './types/RequestListener.ts'
import type { RequestRecord } from './types/RequestRecord.ts'
import type { WalletSettings } from './types/WalletSettings.ts'
import type { WalletState } from './types/WalletState.ts'

/** What the wallet's user, or a test, can do with it. Every method can be destructured. */
export type TestWalletControls = {
  /** Pending requests, oldest first; a new array for each change. */
  readonly pending: readonly PendingRequest[]
  readonly state: WalletState
  readonly settings: WalletSettings
  /** The page's requests, oldest first; without parameters and results. */
  readonly log: readonly RequestRecord[]
  /** The number of requests: in all, with a prompt, and by method. */
  readonly requests: RequestCounts
  /** Calls `listener` after each change of `pending`, `state` or `settings`; returns a function that stops it. */
  subscribe(listener: () => void): () => void
  /** Calls `listener` in the same task in which the page calls `provider.request()`; returns a function that stops it. */
  onRequest(listener: RequestListener): () => void
  /** The oldest pending request, now or as soon as there is one; of the given kind or method, if any is given. */
  waitForPending(filter?: {
    kind?: PendingRequest['kind']
    method?: string
  }): Promise<PendingRequest>
  /** Approves the request, the oldest by default. Throws when there is none. */
  approve(id?: number): void
  /** Rejects the request with 4001, the oldest by default. Throws when there is none. */
  reject(id?: number): void
  /** Closes the window without a decision, see `CloseBehavior`. Throws when there is no request. */
  close(id?: number): void
  /** Sets the behaviour of the next request with a prompt, or of the next one of `method`. Calls queue up. */
  next(behavior: NextBehavior, options?: { method?: string }): void
  configure(settings: Partial<WalletSettings>): void
  /** Selects another account, by its index or its address, and emits `accountsChanged`. */
  switchAccount(account: number | Address): void
  /** Selects a chain and emits `chainChanged`; `decimal` writes it as `"1"`, as one real wallet does. */
  switchChain(chainId: number, options?: { format?: 'hex' | 'decimal' }): void
  /** Hides the account and emits `accountsChanged []`; a request to connect unlocks again. */
  lock(): void
  unlock(): void
  /** Forgets the page, as by "disconnect this site" in a wallet, and emits `accountsChanged []`. */
  revoke(): void
  /** Loses the chain: emits `disconnect`, and every request fails with 4900 until `reconnect()`. */
  disconnect(): void
  /** Finds the chain again and emits `connect`. */
  reconnect(): void
}
