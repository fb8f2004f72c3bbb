import type { SessionRecord } from '../types/SessionRecord.ts'
import type { SessionReason } from '../types/SessionStatus.ts'
import type { SessionRows } from '../types/SessionStore.ts'
import { endReason } from './endReason.ts'
import { isActiveRecord } from './isActiveRecord.ts'
import { isNewerRecord } from './isNewerRecord.ts'

/** What the stored rows are to the record that a tab holds. */
export type Comparison = {
  /** Why they say that the tab's session is over; `undefined` if they do not. */
  reason: SessionReason | undefined
} & (
  | { type: 'absent' | 'ended' | 'same' | 'behind' }
  /** Of the same session, or of another one that began later, which may be over too. */
  | { type: 'newer' | 'replaced'; record: SessionRecord; isActive: boolean }
)

/**
 * Pure: compares stored rows with what a tab holds. `ended` are the records of the sessions that ended there: none of them is ever
 * newer, even if a read shows the past.
 */
export function compareStored(
  rows: SessionRows,
  mine: SessionRecord | undefined,
  ended: readonly SessionRecord[] = [],
): Comparison {
  const { record } = rows
  const known = mine ? [mine] : ended
  const reason = mine && endReason(rows, mine.sid)
  const isEnded = ended.some(({ sid }) => sid === record?.sid)
  if (record && !isEnded && known.every((one) => isNewerRecord(record, one))) {
    const type = record.sid === mine?.sid ? 'newer' : 'replaced'
    return { type, record, reason, isActive: isActiveRecord(rows) }
  }
  if (reason) return { type: 'ended', reason }
  if (!record) return { type: 'absent', reason }
  const isSame = record.sid === mine?.sid && record.gen === mine.gen
  return { type: isSame ? 'same' : 'behind', reason }
}
