import type { LateEvent } from './SessionEvent.ts'
import type { SessionState } from './SessionState.ts'
import type { SessionEffect, StateChange } from './StateChange.ts'
import { emit, signedIn, signedOut } from './transition.ts'

const schedule: SessionEffect = { type: 'schedule' }
const unschedule: SessionEffect = { type: 'unschedule' }
const tellTabs: SessionEffect = { type: 'tellTabs' }

/** Pure: {@link transition} for the events that only code of `parts.ts` dispatches. */
export function transitionLate(state: SessionState, event: LateEvent): StateChange {
  switch (event.type) {
    case 'messageSigned':
      return {
        state: { ...state, step: 'exchanging', error: undefined, retryAt: undefined },
        effects: event.isChecked ? [emit({ type: event.type })] : [],
      }
    case 'answerLate':
      return { state: { ...state, error: event.error, retryAt: event.retryAt }, effects: [] }
    case 'sessionStarted':
      return {
        state: signedIn(event.held),
        effects: [tellTabs, emit({ type: event.type }), schedule],
      }
    case 'refreshStarted':
      return {
        state: { ...state, refreshStatus: 'refreshing' },
        effects: [unschedule, emit({ type: event.type })],
      }
    case 'tokensRefreshed': {
      const current = state.held
      const { sid, gen, requestedAt, lifetimeMs, by } = event.held.record
      // The record in memory may be newer than the one that was read.
      const isHeard = current?.record.sid === sid && current.record.gen >= gen
      // A page of a relay or a backend may know of a renewal before it has a token of its own.
      const held = isHeard && current.tokens ? current : event.held
      const effects = event.isOwn ? [tellTabs, schedule] : [schedule]
      const expiresAt = requestedAt + lifetimeMs
      if (!isHeard) effects.push(emit({ type: event.type, by, isOwn: event.isOwn, expiresAt }))
      return {
        // The wait of an exchange does not apply to the refresh: once over, it would be due again and again.
        state:
          state.status === 'signingIn' ? { ...state, held, retryAt: undefined } : signedIn(held),
        effects,
      }
    }
    case 'tokensStored':
      return { state, effects: [tellTabs] }
    case 'refreshDeferred': {
      const { error, retryAt } = event
      const refreshStatus = error ? 'retrying' : 'idle'
      return {
        state: { ...state, refreshStatus, error, retryAt },
        effects: [
          ...(error ? [emit({ type: event.type, code: error.code, retryAt })] : []),
          schedule,
        ],
      }
    }
    case 'sessionEnded': {
      const { reason, error, isOwn } = event
      if (!state.held && state.status === 'signedOut') return { state, effects: [] }
      return {
        // A sign-in in progress continues.
        state:
          state.step && !isOwn
            ? { ...state, held: undefined, retryAt: undefined }
            : { ...signedOut, reason, error },
        effects: [unschedule, ...(isOwn ? [tellTabs] : []), emit({ type: event.type, reason })],
      }
    }
    default:
      return event satisfies never
  }
}
