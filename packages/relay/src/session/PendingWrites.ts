import type { SessionRow } from '../types/SessionRow.ts'

/** What a row becomes; `undefined` where the change is not wanted any more. */
export type RowChange = (
  row: SessionRow | undefined,
  isUnreadable: boolean,
) => SessionRow | undefined

/** What could not be written because the store was gone. */
export interface PendingWrites {
  /** Writes what waits for this session. Nobody looks at its row before. */
  flush: (sid: string) => Promise<void>
  flushAll: () => Promise<void>
  /** Tries to write what waits for this session until it is written, for as long as a request may be kept alive. */
  persist: (sid: string) => Promise<void>
  /** `onObsolete` is called with the row because of which the change was not wanted. */
  add: (sid: string, change: RowChange, onObsolete?: (row: SessionRow | undefined) => void) => void
  /** A change that ends the session: once is enough, however often somebody signs out of it. */
  addEnd: (sid: string, change: RowChange, onWritten?: () => void) => void
  dispose: () => void
}
