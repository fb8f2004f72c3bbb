import { describe, expect, test } from 'vitest'
import { TakoKitError } from '../errors/TakoKitError.ts'
import type { HeldTokens } from '../refresh/HeldTokens.ts'
import type { SessionEvent } from './SessionEvent.ts'
import type { SessionState } from './SessionState.ts'
import { initialState, transition as transitionWith } from './transition.ts'
import { transitionLate } from './transitionLate.ts'

const error = new TakoKitError('provider/unavailable', 'Busy.')

const transition = (state: SessionState, event: SessionEvent) =>
  transitionWith(state, event, { transitionLate })

function grantOf(gen: number, sid = 'one'): HeldTokens {
  return {
    record: {
      v: 1,
      provider: 'api',
      account: 'me',
      sid,
      gen,
      status: 'signedIn',
      startedAt: 0,
      requestedAt: 1_000,
      lifetimeMs: 60_000,
      by: 'tab',
      failures: 0,
      refusals: 0,
      lost: false,
    },
    tokens: { accessToken: `access-${gen}`, lifetimeMs: 60_000 },
    monotonicAt: 0,
    jitter: 0.5,
  }
}

function after(...events: SessionEvent[]): SessionState {
  return events.reduce((state, event) => transition(state, event).state, initialState)
}

const signedIn = after({ type: 'restored', held: grantOf(2) })
const names = (effects: ReturnType<typeof transition>['effects']) =>
  effects.map((effect) => (effect.type === 'emit' ? effect.event.type : effect.type))

describe('transition', () => {
  test('default', () => {
    expect(initialState.status).toBe('restoring')
    const { state, effects } = transition(initialState, { type: 'restored', held: grantOf(1) })
    expect(state).toMatchObject({ status: 'signedIn', refreshStatus: 'idle' })
    expect(names(effects)).toEqual(['restored', 'schedule'])
  })

  test('behavior: is pure', () => {
    const frozen = Object.freeze({ ...signedIn })
    const event: SessionEvent = { type: 'refreshStarted' }
    expect(transition(frozen, event)).toEqual(transition(frozen, event))
  })

  test('behavior: nothing to restore', () => {
    expect(after({ type: 'restored', held: undefined }).status).toBe('signedOut')
  })

  test('behavior: what is restored late changes nothing', () => {
    expect(transition(signedIn, { type: 'restored', held: undefined })).toEqual({
      state: signedIn,
      effects: [],
    })
  })

  test('behavior: signing in, step by step', () => {
    const signing = transition(after({ type: 'restored', held: undefined }), {
      type: 'signInStarted',
    })
    expect(signing.state).toMatchObject({ status: 'signingIn', step: 'signing' })
    const answered = transition(signing.state, { type: 'messageSigned', isChecked: false })
    expect(answered.state.step).toBe('exchanging')
    expect(names(answered.effects)).toEqual([])
    const exchanging = transition(answered.state, { type: 'messageSigned', isChecked: true })
    expect(exchanging.state.step).toBe('exchanging')
    expect(names(exchanging.effects)).toEqual(['messageSigned'])
    const waiting = transition(exchanging.state, { type: 'answerLate', error, retryAt: 5 })
    expect(waiting.state).toMatchObject({ error, retryAt: 5 })
    const again = transition(waiting.state, { type: 'messageSigned', isChecked: true })
    expect(again.state).toMatchObject({ error: undefined, retryAt: undefined })
    const done = transition(again.state, { type: 'sessionStarted', held: grantOf(1) })
    expect(done.state.status).toBe('signedIn')
    expect(done.state.step).toBeUndefined()
    expect(names(done.effects)).toEqual(['tellTabs', 'sessionStarted', 'schedule'])
  })

  test('behavior: the wait of an exchange is none of a refresh that comes meanwhile', () => {
    const signing = transition(signedIn, { type: 'signInStarted' })
    const waiting = transition(signing.state, { type: 'answerLate', error, retryAt: 5 })
    const { state } = transition(waiting.state, {
      type: 'tokensRefreshed',
      held: grantOf(9),
      isOwn: true,
    })
    expect(state).toMatchObject({ status: 'signingIn', held: grantOf(9), retryAt: undefined })
  })

  test('behavior: a sign-in that fails leaves the session that was there', () => {
    const failed: SessionEvent = { type: 'signInFailed', error }
    expect(transition(transition(signedIn, { type: 'signInStarted' }).state, failed).state).toEqual(
      { ...signedIn, error },
    )
    expect(after({ type: 'signInStarted' }, failed)).toMatchObject({ status: 'signedOut', error })
  })

  test('behavior: refreshing is seen and told', () => {
    const begun = transition(signedIn, { type: 'refreshStarted' })
    expect(begun.state.refreshStatus).toBe('refreshing')
    expect(names(begun.effects)).toEqual(['unschedule', 'refreshStarted'])
    const renewed: SessionEvent = { type: 'tokensRefreshed', held: grantOf(3), isOwn: true }
    const done = transition(begun.state, renewed)
    expect(done.state).toMatchObject({ refreshStatus: 'idle', held: grantOf(3) })
    expect(names(done.effects).sort()).toEqual(['schedule', 'tellTabs', 'tokensRefreshed'])
  })

  test('behavior: what another tab fetched is not told again', () => {
    const adopted: SessionEvent = { type: 'tokensRefreshed', held: grantOf(3), isOwn: false }
    expect(names(transition(signedIn, adopted).effects)).not.toContain('tellTabs')
  })

  test('behavior: an older generation does not come back', () => {
    for (const gen of [1, 2]) {
      const read: SessionEvent = { type: 'tokensRefreshed', held: grantOf(gen), isOwn: false }
      const { state, effects } = transition(signedIn, read)
      expect(state.held).toBe(signedIn.held)
      expect(names(effects)).toEqual(['schedule'])
    }
  })

  test('behavior: another session of the account is adopted, whatever its generation', () => {
    const held = grantOf(1, 'two')
    const { state } = transition(signedIn, { type: 'tokensRefreshed', held, isOwn: false })
    expect(state.held).toBe(held)
  })

  test('behavior: a token that comes while signing in again does not end that', () => {
    const signing = transition(signedIn, { type: 'signInStarted' }).state
    const renewed: SessionEvent = { type: 'tokensRefreshed', held: grantOf(3), isOwn: true }
    expect(transition(signing, renewed).state).toMatchObject({
      status: 'signingIn',
      held: grantOf(3),
    })
  })

  test('behavior: a refresh that waits says why, or nothing', () => {
    const why = transition(signedIn, { type: 'refreshDeferred', error, retryAt: 9 })
    expect(why.state).toMatchObject({ refreshStatus: 'retrying', error, retryAt: 9 })
    expect(names(why.effects)).toEqual(['refreshDeferred', 'schedule'])
    const quietly = transition(why.state, {
      type: 'refreshDeferred',
      error: undefined,
      retryAt: 12,
    })
    expect(quietly.state).toMatchObject({ refreshStatus: 'idle', error: undefined, retryAt: 12 })
    expect(names(quietly.effects)).toEqual(['schedule'])
  })

  test('behavior: what was stored late is told', () => {
    expect(transition(signedIn, { type: 'tokensStored' })).toEqual({
      state: signedIn,
      effects: [{ type: 'tellTabs' }],
    })
  })

  test('behavior: ends once', () => {
    const ended: SessionEvent = { type: 'sessionEnded', reason: 'user', isOwn: true }
    const { state, effects } = transition(signedIn, ended)
    expect(state).toMatchObject({ status: 'signedOut', reason: 'user' })
    expect(state.held).toBeUndefined()
    expect(names(effects)).toEqual(['unschedule', 'tellTabs', 'sessionEnded'])
    expect(transition(state, ended)).toEqual({ state, effects: [] })
  })

  test('behavior: the old session’s end does not end a sign-in', () => {
    const signing = transition(signedIn, { type: 'signInStarted' }).state
    const elsewhere = transition(signing, {
      type: 'sessionEnded',
      reason: 'signed-out-elsewhere',
      isOwn: false,
    })
    expect(elsewhere.state).toMatchObject({ status: 'signingIn', held: undefined })
    const here = transition(signing, { type: 'sessionEnded', reason: 'user', isOwn: true })
    expect(here.state.status).toBe('signedOut')
  })
})
