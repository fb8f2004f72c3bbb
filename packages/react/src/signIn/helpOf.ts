import type { FlowState } from '../flow/FlowState.ts'
import { formatString } from '../strings/formatString.ts'
import type { Strings } from '../strings/Strings.ts'
import { nameOf } from './nameOf.ts'

/** What to do if a wallet is slow to answer, depending on where its request appears. */
export function helpOf(strings: Strings, { wallet, walletName, uri }: FlowState): string {
  if (uri) return strings.scanHelp
  if (wallet?.type === 'walletConnect') return strings.phoneHelp
  const name = nameOf(walletName)
  return name ? formatString(strings.slowHint, { wallet: name }) : strings.slowHintAny
}
