import type { Address } from 'viem'
import type { FlowState } from '../flow/FlowState.ts'
import type { SignInStatus } from '../flow/SignInStatus.ts'

/** How an attempt stands. */
export interface FlowMoment {
  status: SignInStatus
  state: FlowState
  /** The signature is what was asked for, and the provider has it. */
  isSent: boolean
  /** Of the connected wallet. */
  address: Address | undefined
}
