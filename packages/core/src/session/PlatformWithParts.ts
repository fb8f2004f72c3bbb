import type { Platform } from '../types/Platform.ts'
import type { Parts } from './Engine.ts'

/** A platform for tests that drive every step: it has at hand what is otherwise loaded when first needed. */
export interface PlatformWithParts extends Platform {
  readonly parts?: (() => Promise<Parts>) | undefined
}
