import type { RelaySession } from '../types/RelaySession.ts'

/** A session, opened. */
export interface OpenedSession {
  session: RelaySession
  /** As it lies in its row, where it comes from there. */
  sealed?: string | undefined
}
