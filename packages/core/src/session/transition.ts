import type { TakoKitError } from '../errors/TakoKitError.ts'
import type { AuthEvent } from '../types/AuthEvent.ts'
import type {
  RefreshStatus,
  SessionReason,
  SessionStatus,
  SignInStep,
} from '../types/SessionStatus.ts'
import type { HeldTokens } from '../refresh/HeldTokens.ts'

/** The state of one session in a tab. */
export interface SessionState {
  status: SessionStatus
  step?: SignInStep | undefined
  refreshStatus: RefreshStatus
  reason?: SessionReason | undefined
  error?: TakoKitError | undefined
  held?: HeldTokens | undefined
  /** No request is sent before this instant. */
  retryAt?: number | undefined
}

export type SessionEvent =
  | { type: 'restored'; held: HeldTokens | undefined }
  | { type: 'signInStarted' }
  /** `isChecked`: the signature passed the check, and the provider comes next. */
  | { type: 'messageSigned'; isChecked: boolean }
  /** Tells waiting callers why the answer is late: it is retried, or only slow. */
  | { type: 'answerLate'; error: TakoKitError; retryAt: number | undefined }
  | { type: 'signInFailed'; error: TakoKitError }
  | { type: 'sessionStarted'; held: HeldTokens }
  | { type: 'refreshStarted' }
  | { type: 'tokensRefreshed'; held: HeldTokens; isOwn: boolean }
  /** Tokens that could not be stored when they were refreshed are stored now. */
  | { type: 'tokensStored' }
  | { type: 'refreshDeferred'; error: TakoKitError | undefined; retryAt: number | undefined }
  | {
      type: 'sessionEnded'
      reason: SessionReason
      isOwn: boolean
      error?: TakoKitError | undefined
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

export interface Transition {
  state: SessionState
  effects: SessionEffect[]
}

export const initialState: SessionState = { status: 'restoring', refreshStatus: 'idle' }

const signedOut: SessionState = { ...initialState, status: 'signedOut' }
const schedule: SessionEffect = { type: 'schedule' }
const unschedule: SessionEffect = { type: 'unschedule' }
const tellTabs: SessionEffect = { type: 'tellTabs' }
const emit = (event: EventDetail): SessionEffect => ({ type: 'emit', event })

/** Pure: returns the next state of a session and the effects to carry out. */
export function transition(state: SessionState, event: SessionEvent): Transition {
  switch (event.type) {
    case 'restored':
      if (state.status !== 'restoring') return { state, effects: [] }
      return event.held
        ? { state: signedIn(event.held), effects: [emit({ type: 'restored' }), schedule] }
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
    case 'messageSigned':
      return {
        state: { ...state, step: 'exchanging', error: undefined, retryAt: undefined },
        effects: event.isChecked ? [emit({ type: event.type })] : [],
      }
    case 'answerLate':
      return { state: { ...state, error: event.error, retryAt: event.retryAt }, effects: [] }
    case 'signInFailed':
      // A session that existed before continues.
      return {
        state: { ...(state.held ? signedIn(state.held) : signedOut), error: event.error },
        effects: [emit({ type: event.type, code: event.error.code })],
      }
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
      const isKnown = current?.tokens && current.record.sid === sid && current.record.gen >= gen
      const held = isKnown ? current : event.held
      const effects = event.isOwn ? [tellTabs, schedule] : [schedule]
      const expiresAt = requestedAt + lifetimeMs
      if (!isKnown) effects.push(emit({ type: event.type, by, isOwn: event.isOwn, expiresAt }))
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

function signedIn(held: HeldTokens): SessionState {
  return { ...signedOut, status: 'signedIn', held }
}
