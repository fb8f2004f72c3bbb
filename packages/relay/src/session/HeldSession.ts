import type { RelaySession } from '../types/RelaySession.ts'

/** A session, opened, and as it was sealed. */
export interface HeldSession {
  session: RelaySession
  sealed: string
}
