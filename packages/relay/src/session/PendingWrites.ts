import type { SessionRow } from '../types/SessionRow.ts'
import type { ReadRow } from './ReadRow.ts'

/** Returns the new row, or `undefined` if the change is obsolete. */
export type RowChange = (
  row: SessionRow | undefined,
  isUnreadable: boolean,
) => SessionRow | undefined

/** Writes that failed because the store was gone. */
export interface PendingWrites {
  /** Writes the pending changes of this session. Its row must not be read before. */
  flush: (sid: string) => Promise<void>
  flushAll: () => Promise<void>
  /** The row as the pending changes of this session will leave it. Writes nothing. */
  preview: (sid: string, read: ReadRow) => SessionRow | undefined
  /** Retries the pending changes of this session until they are written, for as long as a request may be kept alive. */
  persist: (sid: string) => Promise<void>
  /** `onObsolete` is called with the row that made the change obsolete. */
  add: (sid: string, change: RowChange, onObsolete?: (row: SessionRow | undefined) => void) => void
  /** A change that ends the session. It is added once, however often the session is signed out. */
  addEnd: (sid: string, change: RowChange, onWritten?: () => void) => void
  dispose: () => void
}
