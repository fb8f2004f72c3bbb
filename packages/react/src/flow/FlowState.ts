import type { TakoKitError } from '@takokit/core'
import type { Address } from 'viem'
import type { WalletConnector } from '../wagmi/WalletOption.ts'

/** Where within signing in a person is. What the provider does meanwhile is the session's own step. */
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

/** What a sign-in control shows. */
export interface FlowState {
  step: FlowStep
  isOpen: boolean
  /** The wallet that is being asked. */
  wallet: WalletConnector | undefined
  /** What it is called, as a line that can be shown. */
  walletName: string | undefined
  address: Address | undefined
  /** The text that the wallet shows. */
  message: string | undefined
  /** What a wallet on another device scans. */
  uri: string | undefined
  error: TakoKitError | undefined
  /** The wallet has not answered for long. */
  isSlow: boolean
}

export const initialFlowState: FlowState = {
  step: 'idle',
  isOpen: false,
  wallet: undefined,
  walletName: undefined,
  address: undefined,
  message: undefined,
  uri: undefined,
  error: undefined,
  isSlow: false,
}
