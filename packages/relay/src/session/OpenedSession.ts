import type { RelaySession } from '../types/RelaySession.ts'

/** A session whose cookie or row was opened. */
export interface OpenedSession {
  session: RelaySession
  /** Its sealed form, if it comes from its row. */
  sealed?: string | undefined
}
