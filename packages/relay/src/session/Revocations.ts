import type { RelaySession } from '../types/RelaySession.ts'

/** Revocations that no provider has confirmed yet. */
export interface Revocations {
  /** Stores a revocation that failed, and retries it. */
  add: (provider: string, session: RelaySession) => Promise<void>
  /** Looks for revocations that another process has left, once per process. */
  resume: () => Promise<void> | undefined
  dispose: () => void
}
