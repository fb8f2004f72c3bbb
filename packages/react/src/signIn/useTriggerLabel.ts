'use client'

import { useStartStrings } from '../strings/useStartStrings.ts'
import { shortAddress } from '../utils/shortAddress.ts'
import { isMissing } from '../flow/SignInStatus.ts'
import { useSignInContext } from './useSignInContext.ts'

/** The button's current label. */
export function useTriggerLabel(): string {
  const { status, state, session, wallet, mode } = useSignInContext()
  const strings = useStartStrings()
  switch (status) {
    case 'connecting':
      return strings.connecting
    case 'signing':
      return strings.confirm
    case 'exchanging':
      return strings.signingIn
    case 'signedIn':
    case 'connected':
      return shortAddress(
        session.address ?? session.account ?? (wallet.status === 'connected' ? wallet.address : ''),
      )
    default:
      if (isMissing(state)) return strings.tryAgain
      return mode === 'connect' ? strings.connect : strings.signIn
  }
}
