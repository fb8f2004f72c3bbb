import type { TakoKitError } from '../errors/TakoKitError.ts'
import type { AuthEvent } from '../types/AuthEvent.ts'
import type {
  RefreshStatus,
  SessionReason,
  SessionStatus,
  SignInStep,
} from '../types/SessionStatus.ts'
import type { HeldTokens } from './HeldTokens.ts'

/** What a tab knows of one session. */
export interface SessionState {
  status: SessionStatus
  step: SignInStep | undefined
  refreshStatus: RefreshStatus
  reason: SessionReason | undefined
  error: TakoKitError | undefined
  held: HeldTokens | undefined
  /** Nothing is sent before then. */
  retryAt: number | undefined
}

/** What happened. */
export type SessionEvent =
  | { type: 'restored'; held: HeldTokens | undefined }
  | { type: 'signInStarted' }
  /** `isChecked`: it is what was asked for, and the provider’s turn. */
  | { type: 'messageSigned'; isChecked: boolean }
  /** Who waits for it hears why: it is tried again, or only slow. */
  | { type: 'answerLate'; error: TakoKitError; retryAt: number | undefined }
  | { type: 'signInFailed'; error: TakoKitError }
  | { type: 'sessionStarted'; held: HeldTokens }
  | { type: 'refreshStarted' }
  | { type: 'tokensRefreshed'; held: HeldTokens; isOwn: boolean }
  /** Later than they were renewed. */
  | { type: 'tokensStored' }
  | { type: 'refreshDeferred'; error: TakoKitError | undefined; retryAt: number | undefined }
  | {
      type: 'sessionEnded'
      reason: SessionReason
      isOwn: boolean
      error?: TakoKitError | undefined
    }

/** What is to be done about it. */
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

export const initialState: SessionState = {
  status: 'restoring',
  step: undefined,
  refreshStatus: 'idle',
  reason: undefined,
  error: undefined,
  held: undefined,
  retryAt: undefined,
}

const signedOut: SessionState = { ...initialState, status: 'signedOut' }
const schedule: SessionEffect = { type: 'schedule' }
const unschedule: SessionEffect = { type: 'unschedule' }
const tellTabs: SessionEffect = { type: 'tellTabs' }
const emit = (event: EventDetail): SessionEffect => ({ type: 'emit', event })

/** Pure: what a session becomes by what happened, and what is to be done about it. */
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
      // A session that was there before goes on.
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
      // What is in memory may be ahead of what was read.
      const isKnown = current?.tokens && current.record.sid === sid && current.record.gen >= gen
      const held = isKnown ? current : event.held
      const effects = event.isOwn ? [tellTabs, schedule] : [schedule]
      const expiresAt = requestedAt + lifetimeMs
      if (!isKnown) effects.push(emit({ type: event.type, by, isOwn: event.isOwn, expiresAt }))
      return {
        // The wait of an exchange is none of the refresh: one that is over would be due again and again.
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
        // Whoever is signing in goes on with it.
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
