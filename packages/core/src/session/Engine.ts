import type { Platform } from '../types/Platform.ts'
import type { SessionStore } from '../types/SessionStore.ts'
import type { EngineOptions } from './EngineOptions.ts'

export type Parts = typeof import('./parts.ts')

/** What all sessions of a client share. */
export interface Engine {
  readonly platform: Platform
  readonly options: EngineOptions
  readonly namespace: string
  /** A random name for this page. */
  readonly tabId: string
  /** Opens the storage on first use. */
  readonly store: () => Promise<SessionStore>
  /** Loads what a page needs only once somebody signs in or is signed in. */
  readonly parts: () => Promise<Parts>
}
