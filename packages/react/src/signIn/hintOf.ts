import type { FlowState } from '../flow/FlowState.ts'
import type { SignInStatus } from '../flow/SignInStatus.ts'
import type { Strings } from '../strings/Strings.ts'

/** The reason for the step, in one sentence. */
export function hintOf(
  strings: Strings,
  status: SignInStatus,
  { uri }: FlowState,
): string | undefined {
  switch (status) {
    case 'connecting':
      return uri ? strings.scanHint : strings.connectHint
    case 'ready':
      return strings.readyHint
    case 'signing':
      return strings.confirmHint
    case 'exchanging':
      return strings.exchangingHint
    default:
      return undefined
  }
}
