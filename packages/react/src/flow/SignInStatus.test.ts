import { type ErrorCode, type Session, TakoKitError } from '@takokit/core'
import { expect, test } from 'vitest'
import { type FlowStep, initialFlowState } from './FlowState.ts'
import { toSignInStatus } from './SignInStatus.ts'

const at = (step: FlowStep) => ({ ...initialFlowState, step })
const as = (status: Session['status'], more: Partial<Session> = {}) =>
  ({ status, ...more }) as Session
const away = { status: 'disconnected' } as const
const failure = (code: ErrorCode) => ({ error: new TakoKitError(code, '') })

test('default: the session speaks while nothing is under way', () => {
  for (const status of ['restoring', 'signedOut', 'signedIn'] as const)
    expect(toSignInStatus(at('idle'), as(status), away, 'connect-and-sign')).toBe(status)
})

test('behavior: the step within signing in is the session’s', () => {
  const exchanging = as('signingIn', { step: 'exchanging' })
  expect(toSignInStatus(at('signing'), exchanging, away, 'connect-and-sign')).toBe('exchanging')
})

test('behavior: no step back while the control has not heard yet', () => {
  const status = (session: Session) =>
    toSignInStatus(at('signing'), session, away, 'connect-and-sign')
  expect(status(as('signedIn'))).toBe('signedIn')
  expect(status(as('signedOut', failure('provider/refused')))).toBe('exchanging')
  expect(status(as('signedOut', failure('wallet/rejected')))).toBe('signing')
  expect(status(as('signedOut', failure('sign-in/cancelled')))).toBe('signing')
  // Known only after the wallet has answered.
  expect(status(as('signedOut', failure('wallet/wrong-account')))).toBe('exchanging')
})

test('parameters: mode connect is about the wallet alone', () => {
  const status = (wallet: Parameters<typeof toSignInStatus>[2]) =>
    toSignInStatus(at('idle'), as('signedIn'), wallet, 'connect')
  expect(status({ status: 'pending' })).toBe('restoring')
  expect(status(away)).toBe('signedOut')
})
