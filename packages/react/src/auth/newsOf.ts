import { isMissing } from '../flow/SignInStatus.ts'
import { formatString } from '../strings/formatString.ts'
import type { Strings } from '../strings/Strings.ts'
import { shortAddress } from '../utils/shortAddress.ts'
import type { FlowMoment } from './FlowMoment.ts'
import type { News } from './News.ts'

/** The message for an attempt's step. A completed sign-in is announced for the session, and an error by the dialog. */
export function newsOf(
  strings: Strings,
  { state, status, isSent, address }: FlowMoment,
  was: FlowMoment | undefined,
): News | undefined {
  if (status === was?.status && state.error === was.state.error && isSent === was.isSent)
    return undefined
  const wasUnderWay = /^(connecting|ready|signing|exchanging)$/.test(was?.status ?? '')
  if (isMissing(state)) return { text: strings.notLoaded, isShown: true }
  switch (status) {
    case 'choosing':
      return { text: '' }
    case 'connecting':
      return { text: strings.connecting }
    case 'signing':
      return { text: strings.confirm }
    case 'exchanging':
      // A signature of another account never gets there.
      return isSent ? { text: strings.signingIn } : undefined
    case 'connected':
      return wasUnderWay
        ? { text: formatString(strings.connectedAs, { account: shortAddress(address ?? '') }) }
        : undefined
    case 'signedOut':
      if (was?.status === 'connected') return { text: strings.disconnected, isShown: true }
      // The dialog cannot open to say so.
      if (state.step === 'idle' && state.error?.code === 'browser/unsupported')
        return { text: strings.errors['browser/unsupported'], isShown: true }
      if (state.error?.code === 'wallet/rejected')
        return { text: strings.nothingSigned, isShown: true }
      return wasUnderWay ? { text: strings.errors['sign-in/cancelled'] } : undefined
    default:
      return undefined
  }
}
