import type { AuthEvent } from '../types/AuthEvent.ts'
import type { SessionState } from './SessionState.ts'

/** The next state of a session, and the effects to carry out. */
export interface StateChange {
  state: SessionState
  effects: SessionEffect[]
}

export type SessionEffect =
  | { type: 'schedule' }
  | { type: 'unschedule' }
  | { type: 'tellTabs' }
  | { type: 'emit'; event: EventDetail }

export type EventDetail = AuthEvent extends infer event
  ? event extends AuthEvent
    ? Omit<event, 'at' | 'provider' | 'account' | 'gen'>
    : never
  : never
