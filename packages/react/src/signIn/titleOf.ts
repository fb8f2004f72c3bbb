import type { FlowState } from '../flow/FlowState.ts'
import type { SignInStatus } from '../flow/SignInStatus.ts'
import { formatString } from '../strings/formatString.ts'
import type { Strings } from '../strings/Strings.ts'

/** What to do now, as a title. */
export function titleOf(strings: Strings, status: SignInStatus, state: FlowState): string {
  const wallet = state.wallet?.name ?? ''
  switch (status) {
    case 'connecting':
      return state.uri ? strings.scanTitle : formatString(strings.connectTitle, { wallet })
    case 'ready':
      return formatString(strings.readyTitle, { wallet })
    case 'signing':
      return formatString(strings.confirmTitle, { wallet })
    case 'exchanging':
      return strings.exchangingTitle
    case 'failed':
      return strings.failedTitle
    default:
      return strings.chooseWallet
  }
}
