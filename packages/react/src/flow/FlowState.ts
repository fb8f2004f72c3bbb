import type { TakoKitError } from '@takokit/core'
import type { Address } from 'viem'
import type { WalletConnector } from '../wagmi/WalletOption.ts'

/** The user's step in signing in. What the provider does meanwhile is the session's own step. */
export type FlowStep = 'idle' | 'choosing' | 'connecting' | 'ready' | 'signing' | 'failed'

/** Why the dialog opened or closed. */
export type OpenChangeReason =
  | 'trigger'
  | 'wallet'
  | 'own-window'
  | 'close'
  | 'escape'
  | 'outside'
  | 'cancel'
  | 'rejected'
  | 'failed'
  | 'connected'
  | 'signed-in'
  | 'prop'

/** The state of a sign-in control. */
export interface FlowState {
  step: FlowStep
  isOpen: boolean
  /** The wallet with a pending request. */
  wallet?: WalletConnector | undefined
  /** Its name as one readable line. */
  walletName?: string | undefined
  address?: Address | undefined
  /** The text that the wallet shows. */
  message?: string | undefined
  /** The link for a wallet on another device to scan. */
  uri?: string | undefined
  error?: TakoKitError | undefined
  /** The wallet has been slow to answer. */
  isSlow: boolean
}

export const initialFlowState: FlowState = { step: 'idle', isOpen: false, isSlow: false }
