import type { SessionRecord } from '../types/SessionRecord.ts'
import type { SessionController } from './SessionController.ts'

/** The records of the sessions that ended in this tab, oldest first. */
const ended = new WeakMap<SessionController, readonly SessionRecord[]>()

/** Returns the sessions of an account that ended in this tab: none of them is taken up again, even if it is still stored. */
export function endedSessions(session: SessionController): readonly SessionRecord[] {
  return ended.get(session) ?? []
}

export function noteEnded(session: SessionController, record: SessionRecord | undefined): void {
  if (record) ended.set(session, [...endedSessions(session), record])
}
