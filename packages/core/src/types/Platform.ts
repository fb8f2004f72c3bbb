/** A lifecycle event of the page. */
export type PageEvent = 'visible' | 'hidden' | 'online' | 'resume' | 'pagehide'

/** Named locks across all tabs of the origin. */
export interface Locks {
  /** Runs `task` while holding the lock; `undefined` if the lock was not granted within `waitMs`. */
  run: <result>(
    name: string,
    waitMs: number,
    task: () => Promise<result>,
  ) => Promise<{ result: result } | undefined>
  /** Holds the lock until it is released or the page is gone; `undefined` if it was not granted within `waitMs`. */
  hold: (name: string, waitMs: number) => Promise<(() => void) | undefined>
  isHeld: (name: string) => Promise<boolean>
}

/** Tells other tabs that something changed, never what. */
export interface Channel {
  post: (message: TabMessage) => void
  close: () => void
}

/** The only message between tabs. Contains no tokens. */
export interface TabMessage {
  v: 1
  provider: string
  account: string
  sid: string
  gen: number
}

/** The engine's only access to its environment. */
export interface Platform {
  /** `false` while rendering on a server, where nothing is restored or scheduled. */
  readonly isLive: boolean
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>
  /** Wall clock, epoch milliseconds: it can step, and continues during sleep. */
  readonly now: () => number
  /** Monotonic clock, milliseconds: it never steps, and may stop during sleep. */
  readonly monotonic: () => number
  /** Calls back after `delayMs`. Returns a function that stops it. */
  readonly setTimer: (callback: () => void, delayMs: number) => () => void
  /** In [0, 1). */
  readonly random: () => number
  readonly randomId: () => string
  readonly isVisible: () => boolean
  readonly isOnline: () => boolean
  /** Whether another page shows this one in a frame. */
  readonly isFramed?: (() => boolean) | undefined
  readonly onPageEvent: (listener: (event: PageEvent) => void) => () => void
  readonly openChannel: (name: string, onMessage: (message: TabMessage) => void) => Channel
  /** Absent on insecure origins. */
  readonly locks: Locks | undefined
  /** The base of relative URLs. */
  readonly baseUrl: string | undefined
  readonly warn: (message: string) => void
}
