import type { AuthEvent } from '../../../core/src/types/AuthEvent.ts'
import type { Page } from './Page.ts'
import type { PresentationRecord } from './presentations.ts'
import type { VirtualDisk } from './virtualDisk.ts'
import type { VirtualTab } from './VirtualTab.ts'

/** The invariants that every step of a run is checked against. */
export interface Invariants {
  watchDisk: (disk: VirtualDisk) => void
  checkPresentation: (next: PresentationRecord, before: PresentationRecord[]) => void
  checkEvent: (page: Page, event: AuthEvent) => void
  checkSnapshot: (page: Page) => void
  checkToken: (page: Page, token: string) => void
  willSignOut: (page: Page, account: string | undefined) => void
  /** A token was refused twice. */
  mayHaveEnded: (account?: string) => boolean
  /** Whether a page that can act holds these tokens, or any page can read them. */
  isAtHand: (refreshToken: string) => boolean
  /** Sessions that a user ended, and when. */
  dead: Map<string, number>
  wasFrozen: (tab: VirtualTab) => void
}
