import type { PlatformWithParts } from '../../../core/src/session/PlatformWithParts.ts'
import type { PageEvent } from '../../../core/src/types/Platform.ts'
import type { Random } from './createRandom.ts'

/** A page of the origin: its clocks, timers and ports, and what can become of it. */
export interface VirtualTab {
  readonly name: string
  readonly platform: PlatformWithParts
  readonly random: Random
  state: () => 'open' | 'frozen' | 'gone'
  isVisible: () => boolean
  isOnline: () => boolean
  /** Runs in the page: now, at its thaw, or never. */
  deliver: (run: () => void) => void
  /**
   * Asks the world for something that takes time: `effect` happens in the world, and the answer comes after. The page may
   * go before the one, between the two, or after.
   */
  operate: <value>(what: string, spans: [number, number], effect: () => value) => Promise<value>
  freeze: () => void
  thaw: () => void
  /** Gone at once, as by a crash: nothing more runs, locks are let go. */
  crash: () => void
  /** Crashes at so many operations from now, before or after the operation has its effect. */
  crashAt: (operations: number, side: 'before' | 'after') => void
  /** Something happens at so many operations from now: before one has its effect, or before its answer comes. */
  interruptAt: (operations: number, side: 'before' | 'after', run: () => void) => void
  /** What was planned to happen to it does not. */
  unplan: () => void
  setVisible: (isVisible: boolean) => void
  setOnline: (isOnline: boolean) => void
  fire: (event: PageEvent) => void
  /** Calls back once it is gone. */
  onGone: (run: () => void) => void
  /** How often a timer woke it. */
  wakeUps: () => number
}
