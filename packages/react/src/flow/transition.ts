import type { TakoKitError } from '@takokit/core'
import type { Address } from 'viem'
import type { WalletConnector } from '../wagmi/WalletOption.ts'
import { type FlowState, initialFlowState, type OpenChangeReason } from './FlowState.ts'

/** What happened. */
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

/** Pure: what a sign-in control shows after what happened. */
export function transition(state: FlowState, event: FlowEvent): FlowState {
  const open = { ...initialFlowState, isOpen: true }
  const { wallet, walletName, address } = state
  switch (event.type) {
    case 'choiceOffered':
      return { ...open, step: 'choosing' }
    case 'walletAsked':
      return {
        ...open,
        step: 'connecting',
        isOpen: event.isOpen,
        wallet: event.wallet,
        walletName: event.walletName,
      }
    case 'uriShown':
      return { ...state, isOpen: true, uri: event.uri }
    case 'walletReady':
      return {
        ...open,
        step: 'ready',
        wallet,
        walletName: event.walletName,
        address: event.address,
      }
    case 'signatureAsked': {
      const { wallet, walletName, address, message } = event
      return { ...open, step: 'signing', wallet, walletName, address, message }
    }
    case 'waitedLong':
      return { ...state, isSlow: true }
    case 'failed': {
      const { error } = event
      // Changing one's mind is no alarm: back to where it began, with a quiet line.
      return error.code === 'wallet/rejected' || error.code === 'sign-in/cancelled'
        ? { ...initialFlowState, error }
        : { ...open, step: 'failed', wallet, walletName, address, error }
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
