import type { SignInMode } from '../flow/Flow.ts'
import type { FlowState } from '../flow/FlowState.ts'
import type { SignInStatus } from '../flow/SignInStatus.ts'
import { formatString } from '../strings/formatString.ts'
import type { Strings } from '../strings/Strings.ts'
import { nameOf } from './nameOf.ts'

/** The user's next action, as a title. */
export function titleOf(
  strings: Strings,
  status: SignInStatus,
  state: FlowState,
  mode: SignInMode,
): string {
  const wallet = nameOf(state.walletName)
  const named = (text: string, otherwise: string) =>
    wallet ? formatString(text, { wallet }) : otherwise
  switch (status) {
    case 'connecting':
      return state.uri ? strings.scanTitle : named(strings.connectTitle, strings.openWallet)
    case 'ready':
      return named(strings.readyTitle, strings.walletConnected)
    case 'signing':
      return named(strings.confirmTitle, strings.confirm.replace(/…$/, ''))
    case 'exchanging':
      return strings.exchangingTitle
    case 'failed':
      return mode === 'connect' ? strings.connectFailedTitle : strings.failedTitle
    default:
      return strings.chooseWallet
  }
}
