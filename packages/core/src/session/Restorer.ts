import type { TokenProvider } from '../types/TokenProvider.ts'

/** Reads the sessions that are stored, and asks for those that only a relay knows. */
export interface Restorer {
  /** Reads the stored sessions once; later calls return the same promise. */
  restore: () => Promise<void>
  /** Reads the stored sessions again. Returns whether they could be read. */
  readStored: () => Promise<boolean>
  /** Asks the relay for a session that began on the server. */
  askRelay: (provider: TokenProvider) => Promise<void>
}
