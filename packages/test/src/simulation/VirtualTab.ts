import type { PlatformWithParts } from '../../../core/src/session/PlatformWithParts.ts'
import type { PageEvent } from '../../../core/src/types/Platform.ts'
import type { Random } from './createRandom.ts'

/** A page of the origin: its clocks, timers and I/O, and the faults that it can suffer. */
export interface VirtualTab {
  readonly name: string
  readonly platform: PlatformWithParts
  readonly random: Random
  state: () => 'open' | 'frozen' | 'gone'
  isVisible: () => boolean
  isOnline: () => boolean
  /** Runs in the page: now, when it resumes, or never. */
  deliver: (run: () => void) => void
  /**
   * An operation of the environment that takes time: `effect` happens there first, and the answer arrives later. The page may
   * close before the effect, between the two, or after.
   */
  operate: <value>(what: string, spans: [number, number], effect: () => value) => Promise<value>
  freeze: () => void
  thaw: () => void
  /** Closes the page at once, as a crash does: no code runs any more, and locks are released. */
  crash: () => void
  /** Crashes after this many operations, before or after the last one has its effect. */
  crashAt: (operations: number, side: 'before' | 'after') => void
  /** Calls `run` after this many operations: before the last one has its effect, or before its answer arrives. */
  interruptAt: (operations: number, side: 'before' | 'after', run: () => void) => void
  /** Cancels planned crashes and interruptions. */
  unplan: () => void
  setVisible: (isVisible: boolean) => void
  setOnline: (isOnline: boolean) => void
  fire: (event: PageEvent) => void
  /** Calls back once the page is gone. */
  onGone: (run: () => void) => void
  /** How often a timer woke the page. */
  wakeUps: () => number
}
