import type { HeldTokens } from '../refresh/HeldTokens.ts'
import type { Parts } from './Engine.ts'
import type { SessionEvent } from './SessionEvent.ts'
import type { SessionState } from './SessionState.ts'
import type { EventDetail, SessionEffect, StateChange } from './StateChange.ts'

export const initialState: SessionState = { status: 'restoring', refreshStatus: 'idle' }

export const signedOut: SessionState = { ...initialState, status: 'signedOut' }

export function signedIn(held: HeldTokens): SessionState {
  return { ...signedOut, status: 'signedIn', held }
}

export const emit = (event: EventDetail): SessionEffect => ({ type: 'emit', event })

/** Pure: returns the next state of a session and the effects to carry out. `parts` is loaded before any other event. */
export function transition(
  state: SessionState,
  event: SessionEvent,
  parts: Pick<Parts, 'transitionLate'> | undefined,
): StateChange {
  switch (event.type) {
    case 'restored':
      if (state.status !== 'restoring') return { state, effects: [] }
      return event.held
        ? {
            state: signedIn(event.held),
            effects: [emit({ type: 'restored' }), { type: 'schedule' }],
          }
        : { state: signedOut, effects: [] }
    case 'signInStarted':
      return {
        state: {
          ...state,
          status: 'signingIn',
          step: 'signing',
          error: undefined,
          reason: undefined,
        },
        effects: [emit({ type: event.type })],
      }
    case 'signInFailed':
      // A session that existed before continues.
      return {
        state: { ...(state.held ? signedIn(state.held) : signedOut), error: event.error },
        effects: [emit({ type: event.type, code: event.error.code })],
      }
    default:
      return (parts as Parts).transitionLate(state, event)
  }
}
