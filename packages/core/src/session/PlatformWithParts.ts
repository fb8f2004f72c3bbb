import type { Platform } from '../types/Platform.ts'
import type { Parts } from './Engine.ts'

/** A platform for tests that drive every step: it provides code that is otherwise loaded on first use. */
export interface PlatformWithParts extends Platform {
  readonly parts?: (() => Promise<Parts>) | undefined
}
