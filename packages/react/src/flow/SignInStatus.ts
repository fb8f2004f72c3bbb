import type { Session } from '@takokit/core'
import type { WalletSnapshot } from '../wagmi/WalletSnapshot.ts'
import type { SignInMode } from './Flow.ts'
import type { FlowState, FlowStep } from './FlowState.ts'

/**
 * The status of a sign-in control.
 *
 * `ready`: connected, and waiting for a tap to sign. `connected`: the end of `mode="connect"`.
 */
export type SignInStatus =
  | 'restoring'
  | 'signedOut'
  | Exclude<FlowStep, 'idle'>
  | 'exchanging'
  | 'connected'
  | 'signedIn'

/** Pure: one status derived from the control, the session and the wallet. */
export function toSignInStatus(
  { step }: Pick<FlowState, 'step'>,
  session: Session,
  wallet: WalletSnapshot,
  mode: SignInMode,
): SignInStatus {
  if (mode === 'connect') {
    if (step !== 'idle') return step
    if (wallet.status === 'pending') return 'restoring'
    return wallet.status === 'connected' ? 'connected' : 'signedOut'
  }
  if (session.status === 'signingIn') return session.step ?? 'signing'
  if (step === 'idle' || session.status === 'signedIn') return session.status
  // The session's state changes shortly before the control's: the status must not step back meanwhile, and must not advance
  // after a cancel.
  const hasLeftWallet = session.error && !/^(wallet\/(?!wrong)|sign-in)/.test(session.error.code)
  return step === 'signing' && hasLeftWallet ? 'exchanging' : step
}

/** Whether a part that should open could not be loaded. */
export function isMissing({ step, error }: Pick<FlowState, 'step' | 'error'>): boolean {
  return step === 'idle' && error?.code === 'network/failed'
}
