import type { Platform } from '../types/Platform.ts'
import type { SessionStore } from '../types/SessionStore.ts'
import type { EngineOptions } from './EngineOptions.ts'

/** What all refreshes of a client share. */
export interface RefreshEngine {
  readonly platform: Platform
  readonly options: EngineOptions
  readonly namespace: string
  /** A random name of this page. */
  readonly tabId: string
  /** Opens the storage on first use. */
  readonly store: () => Promise<SessionStore>
}
