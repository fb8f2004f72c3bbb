import type { Address } from 'viem'
import type { FlowState } from '../flow/FlowState.ts'
import type { SignInStatus } from '../flow/SignInStatus.ts'

/** The state of an attempt. */
export interface FlowMoment {
  status: SignInStatus
  state: Pick<FlowState, 'step' | 'isOpen' | 'error'>
  /** The signature was verified and is at the provider. */
  isSent: boolean
  /** The connected wallet's address. */
  address: Address | undefined
}
