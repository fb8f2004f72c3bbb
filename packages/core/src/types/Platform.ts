/** What happened to the page. */
export type PageEvent = 'visible' | 'hidden' | 'online' | 'resume' | 'pagehide'

/** Named locks over all tabs of the origin. */
export interface Locks {
  /** Runs `task` holding the lock; `undefined` where it could not be had within `waitMs`. */
  run: <result>(
    name: string,
    waitMs: number,
    task: () => Promise<result>,
  ) => Promise<{ result: result } | undefined>
  /** Takes the lock until released or the page is gone; `undefined` where it could not be had within `waitMs`. */
  hold: (name: string, waitMs: number) => Promise<(() => void) | undefined>
  isHeld: (name: string) => Promise<boolean>
}

/** Says to other tabs that something changed, never what. */
export interface Channel {
  post: (message: TabMessage) => void
  close: () => void
}

/** All that is ever said between tabs. No tokens. */
export interface TabMessage {
  v: 1
  provider: string
  account: string
  sid: string
  gen: number
}

/** Everything that the engine touches the world through. */
export interface Platform {
  /** A page that lives on; `false` while rendering on a server, where nothing is restored or scheduled. */
  readonly isLive: boolean
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>
  /** Wall clock, epoch milliseconds: steps, and goes on during sleep. */
  readonly now: () => number
  /** Monotonic clock, milliseconds: never steps, and may stand still during sleep. */
  readonly monotonic: () => number
  /** Calls back after `delayMs`, and returns what stops it. */
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
  /** What relative addresses are relative to. */
  readonly baseUrl: string | undefined
  readonly warn: (message: string) => void
}
