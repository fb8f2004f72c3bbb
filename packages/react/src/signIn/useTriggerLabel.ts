'use client'

import { useStartStrings } from '../strings/useStartStrings.ts'
import { shortAddress } from '../utils/shortAddress.ts'
import { isMissing } from './isMissing.ts'
import { useSignInContext } from './useSignInContext.ts'

/** What the button, or the live region, says now; `undefined` while the language is loading. */
export function useTriggerLabel(): string | undefined {
  const { status, state, session, wallet, mode } = useSignInContext()
  const strings = useStartStrings()
  if (!strings) return undefined
  switch (status) {
    case 'connecting':
      return strings.connecting
    case 'signing':
      return state.wallet ? strings.confirm : strings.signingIn
    case 'exchanging':
      return strings.signingIn
    case 'signedIn':
    case 'connected': {
      const address = wallet.status === 'connected' ? wallet.address : ''
      return shortAddress(session.address ?? session.account ?? address)
    }
    default:
      if (isMissing(state)) return strings.tryAgain
      return mode === 'connect' ? strings.connect : strings.signIn
  }
}
