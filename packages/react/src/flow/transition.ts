import type { TakoKitError } from '@takokit/core'
import type { Address } from 'viem'
import type { WalletConnector } from '../wagmi/WalletOption.ts'
import {
  type FlowState,
  type FlowStep,
  initialFlowState,
  type OpenChangeReason,
} from './FlowState.ts'

export type FlowEvent =
  | { type: 'choiceOffered'; reason: OpenChangeReason }
  | {
      type: 'walletAsked'
      wallet: WalletConnector
      walletName: string
      isOpen: boolean
      reason: OpenChangeReason
    }
  | { type: 'uriShown'; uri: string; reason: OpenChangeReason }
  | { type: 'walletReady'; walletName: string; address: Address; reason: OpenChangeReason }
  | {
      type: 'signatureAsked'
      wallet: WalletConnector
      walletName: string
      address: Address
      message: string
      reason: OpenChangeReason
    }
  | { type: 'waitedLong' }
  | { type: 'failed'; error: TakoKitError; reason: OpenChangeReason }
  | { type: 'partMissing'; error: TakoKitError; reason: OpenChangeReason }
  | { type: 'shown'; reason: OpenChangeReason }
  | { type: 'ended'; reason: OpenChangeReason }

/** Pure: the state of a sign-in control after an event. */
export function transition(state: FlowState, event: FlowEvent): FlowState {
  const { wallet, walletName, address } = state
  switch (event.type) {
    case 'choiceOffered':
      return openAt('choosing', {})
    case 'walletAsked':
      return openAt('connecting', event)
    case 'walletReady':
      return openAt('ready', { ...event, wallet })
    case 'signatureAsked':
      return openAt('signing', event)
    case 'uriShown':
      return { ...state, isOpen: true, uri: event.uri }
    case 'waitedLong':
      return { ...state, isSlow: true }
    case 'failed': {
      const { error } = event
      // A user's refusal is no failure: back to the start, with an unobtrusive line.
      return error.code === 'wallet/rejected' || error.code === 'sign-in/cancelled'
        ? { ...initialFlowState, error }
        : openAt('failed', { wallet, walletName, address, error })
    }
    case 'partMissing':
      return { ...initialFlowState, error: event.error }
    case 'shown':
      return state.isOpen ? state : { ...state, isOpen: true }
    case 'ended':
      return initialFlowState
    default:
      return event satisfies never
  }
}

/** Resets the previous step, except for what is passed on. */
function openAt(
  step: FlowStep,
  { isOpen = true, wallet, walletName, address, message, error }: Partial<FlowState>,
): FlowState {
  return { ...initialFlowState, step, isOpen, wallet, walletName, address, message, error }
}
