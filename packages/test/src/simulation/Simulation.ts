import type { Backend, BackendSession } from './createBackend.ts'
import type { Random } from './createRandom.ts'
import type { Network } from './createNetwork.ts'
import type { ReusePolicy, Server } from './createServer.ts'
import type { World } from './createWorld.ts'
import type { Page } from './Page.ts'
import type { UserActs } from './userActs.ts'
import type { Presentations } from './presentations.ts'
import type { Invariants } from './Invariants.ts'
import type { VirtualDisk } from './virtualDisk.ts'
import type { VirtualLocks } from './virtualLocks.ts'

/** The conditions of a run. */
export interface Setting {
  policy: ReusePolicy
  graceMs: number
  lifetimeMs: number
  tabs: number
  /** `false`: an insecure origin. */
  hasLocks: boolean
  /** `false`: each tab has its own storage. */
  isShared: boolean
  canRevoke: boolean
  /** The monotonic clock continues during sleep. */
  countsSleep: boolean
  /** Timers of hidden tabs fire up to a minute late. */
  isThrottled: boolean
  /** A backend with challenges, used through `siwe`, instead of the plain API. */
  session?: BackendSession
  /** What happens at random is often a fault of the disk. */
  hasDiskFaults?: boolean
}

/** What a run of many seeds fixes for each of them. */
export type Conditions = Partial<Pick<Setting, 'policy' | 'hasDiskFaults'>>

/** One violated invariant. */
export interface Violation {
  rule: string
  detail: string
  at: number
}

/** One machine, one origin, one provider, and the faults of a scenario. */
export interface Simulation {
  setting: Setting
  random: Random
  world: World
  server: Server
  network: Network
  backend: Backend | undefined
  acts: UserActs
  presentations: Presentations
  disk: VirtualDisk
  locks: VirtualLocks
  pages: Page[]
  budget: { requests: number; perMs: number }
  open: (options?: {
    isVisible?: boolean
    /** The tab that this one duplicates, with a copy of that tab's own storage. */
    copyOf?: Page
    /** The page in which this is a second client. */
    within?: Page
  }) => Page
  /** Lets this much time pass. */
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
  /** Faults so far that excuse some invariants. */
  invariants: () => Invariants
  excuses: { wasFull: boolean; wasCleared: boolean; slownessMs: number }
  isOnline: () => boolean
}
