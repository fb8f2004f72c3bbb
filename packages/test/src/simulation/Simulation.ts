import type { Random } from './createRandom.ts'
import type { Network } from './createNetwork.ts'
import type { ReusePolicy, Server } from './createServer.ts'
import type { World } from './createWorld.ts'
import type { Page } from './Page.ts'
import type { Presentations } from './presentations.ts'
import type { Invariants } from './Invariants.ts'
import type { VirtualDisk } from './virtualDisk.ts'
import type { VirtualLocks } from './virtualLocks.ts'

/** What a story is set in. */
export interface Setting {
  policy: ReusePolicy
  graceMs: number
  lifetimeMs: number
  tabs: number
  /** `false`: an insecure origin. */
  hasLocks: boolean
  /** `false`: each tab keeps its own. */
  isShared: boolean
  canRevoke: boolean
  /** The monotonic clock goes on during sleep. */
  countsSleep: boolean
  /** Timers of hidden tabs come up to a minute late. */
  isThrottled: boolean
}

/** One rule that was broken. */
export interface Violation {
  rule: string
  detail: string
  at: number
}

/** One machine, one origin, one provider, and whatever is to happen. */
export interface Simulation {
  setting: Setting
  random: Random
  world: World
  server: Server
  network: Network
  presentations: Presentations
  disk: VirtualDisk
  locks: VirtualLocks
  pages: Page[]
  budget: { requests: number; perMs: number }
  open: (options?: {
    isVisible?: boolean
    /** The tab that it is a duplicate of, with a copy of what that one keeps to itself. */
    copyOf?: Page
    /** The page that it is a second client in. */
    within?: Page
  }) => Page
  /** Lets so much time pass. */
  pass: (durationMs: number) => Promise<void>
  sleep: (durationMs: number) => void
  setOnline: (isOnline: boolean) => void
  stepClock: (byMs: number) => void
  freeze: (page: Pick<Page, 'tab'>) => void
  setFull: (isFull: boolean | 'says so') => void
  setSlowness: (mostMs: number) => void
  clearStorage: () => void
  fail: (rule: string, detail: string) => void
  violations: Violation[]
  /** What has gone wrong so far in ways that excuse some rules. */
  invariants: () => Invariants
  excuses: { wasFull: boolean; wasCleared: boolean; slownessMs: number }
  isOnline: () => boolean
}
