import type { AuthEvent, SessionStatus } from '@takokit/core'
import type { Address, Hex } from 'viem'

export type TabProvider = 'tako' | 'talkstack' | 'cloudreve'

export interface Which {
  provider?: TabProvider | undefined
  account?: string | undefined
}

/** What a test reads of a session in a page: no token, only its fingerprint. */
export interface TabSession {
  status: SessionStatus
  refreshStatus: string
  reason: string | undefined
  errorCode: string | undefined
  account: string | undefined
  gen: number
  hasToken: boolean
  refreshedBy: string | undefined
  expiresAt: number | undefined
  nextRefreshAt: number | undefined
}

export interface Wanted extends Which {
  status?: SessionStatus | undefined
  /** This generation or a later one. */
  gen?: number | undefined
  refreshStatus?: string | undefined
  /** The next refresh is further away than the first, and not further than the second. */
  nextRefreshInMs?: readonly [number, number] | undefined
}

export type Settled<value> = { ok: true; value: value } | { ok: false; code: string }

/** A dapp's data of one account, for the test. */
export interface TabQueries {
  /** Every text of an account in the caches, in what is persisted and in what the page shows. */
  look: () => string[]
  /** What {@link look} found while nobody was signed in: at each word of the client, and before each paint. */
  seen: () => string[]
  balance: () => string | undefined
  /** Persists, sends a query and a mutation that are not answered yet, and looks from now on. */
  begin: () => Promise<void>
  /** Answers what was sent, and waits until that was painted. */
  answer: () => Promise<void>
}

/** The interface of a page for the test that drives it, as `window.kit`. */
export interface TabKit {
  readonly tabId: string
  readonly events: AuthEvent[]
  readonly warnings: string[]
  /** The paths of the page's own requests, in order. */
  readonly sent: string[]
  session: (which?: Which) => TabSession
  /** Waits until the session matches, and returns it. */
  until: (wanted: Wanted) => Promise<TabSession>
  start: (
    tokens: { accessToken: string; refreshToken: string; expiresInMs?: number },
    which?: Which,
  ) => Promise<TabSession>
  restore: (which?: Which) => Promise<TabSession>
  /** Signs in with Tako; `window.signFor`, which the test exposes, is the wallet. */
  signIn: (address: Address) => Promise<Settled<TabSession>>
  refresh: (which?: Which) => Promise<Settled<TabSession>>
  signOut: (which?: Which) => Promise<void>
  use: (account: string) => void
  token: (which?: Which) => Promise<Settled<string>>
  /** Sends one authorized call to the provider's own API. */
  call: (which?: Which) => Promise<Settled<number>>
  /** From now on requests wait before they are sent. */
  holdRequests: () => void
  /** The number of waiting requests. */
  held: () => number
  untilHeld: (count: number) => Promise<void>
  /** Moves this page's clocks and pending timers ahead, as if it had run, or been frozen, for that long. */
  skip: (ms: number) => void
  dispose: () => void
  /** TanStack Query in this page, once it was opened. */
  queries?: TabQueries
  openQueries: () => Promise<void>
}

declare global {
  interface Window {
    kit: TabKit
    signFor?: (message: string) => Promise<Hex>
  }
}
