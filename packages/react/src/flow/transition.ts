import type { TakoKitError } from '@takokit/core'
import type { Address } from 'viem'
import type { WalletOption } from '../wagmi/WalletOption.ts'
import { type FlowState, initialFlowState, type OpenChangeReason } from './FlowState.ts'

/** What happened. */
export type FlowEvent =
  | { type: 'choiceOffered'; reason: OpenChangeReason }
  | { type: 'walletAsked'; wallet: WalletOption; isOpen: boolean; reason: OpenChangeReason }
  | { type: 'uriShown'; uri: string }
  | { type: 'walletReady'; address: Address; reason: OpenChangeReason }
  | { type: 'signatureAsked'; wallet: WalletOption; address: Address; reason: OpenChangeReason }
  | { type: 'messageShown'; message: string }
  | { type: 'waitedLong' }
  | { type: 'failed'; error: TakoKitError; reason: OpenChangeReason }
  | { type: 'shown'; reason: OpenChangeReason }
  | { type: 'ended'; reason: OpenChangeReason }

/** Pure: what a sign-in control shows after what happened. */
export function transition(state: FlowState, event: FlowEvent): FlowState {
  const { wallet, address } = state
  switch (event.type) {
    case 'choiceOffered':
      return { ...initialFlowState, step: 'choosing', isOpen: true }
    case 'walletAsked':
      return {
        ...initialFlowState,
        step: 'connecting',
        isOpen: event.isOpen,
        wallet: event.wallet,
      }
    case 'uriShown':
      return { ...state, uri: event.uri, isOpen: true }
    case 'walletReady':
      return { ...initialFlowState, step: 'ready', isOpen: true, wallet, address: event.address }
    case 'signatureAsked': {
      const { wallet, address } = event
      return { ...initialFlowState, step: 'signing', isOpen: true, wallet, address }
    }
    case 'messageShown':
      return { ...state, message: event.message }
    case 'waitedLong':
      return { ...state, isSlow: true }
    case 'failed': {
      const { error } = event
      // Changing one's mind is no alarm: back to where it began, with a quiet line.
      if (error.code === 'wallet/rejected' || error.code === 'sign-in/cancelled')
        return { ...initialFlowState, error }
      return { ...initialFlowState, step: 'failed', isOpen: true, wallet, address, error }
    }
    case 'shown':
      return state.isOpen ? state : { ...state, isOpen: true }
    case 'ended':
      return initialFlowState
    default:
      return event satisfies never
  }
}
