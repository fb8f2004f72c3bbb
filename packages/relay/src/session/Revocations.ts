import type { RelaySession } from '../types/RelaySession.ts'

/** What providers could not be told when somebody signed out. */
export interface Revocations {
  /** Keeps what could not be delivered, and tries it again. */
  add: (provider: string, session: RelaySession) => Promise<void>
  /** Looks, once per process, for what another process has left. */
  resume: () => Promise<void> | undefined
  dispose: () => void
}
