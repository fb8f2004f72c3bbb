import type { SessionReason, SignOutReturnType } from '@takokit/core'
import type { Strings } from '../strings/Strings.ts'

/**
 * The message about what ended a session. `undefined` if the user need not know. `revoked` is the provider's answer to a
 * sign-out; without its confirmation, the message says that only this device is signed out.
 */
export function endingOf(
  strings: Strings,
  reason: SessionReason | undefined,
  revoked: SignOutReturnType['revoked'] = false,
): string | undefined {
  switch (reason) {
    case 'user':
      return revoked === true ? strings.signedOut : strings.signedOutHere
    case 'signed-out-elsewhere':
      return strings.signedOutElsewhere
    case 'account-changed':
      return strings.accountChanged
    case 'wallet-disconnected':
      return strings.walletGone
    case 'refresh-refused':
      return strings.errors['session/refresh-refused']
    case 'refresh-answer-lost':
      return strings.errors['session/refresh-answer-lost']
    case 'storage-cleared':
      return strings.errors['session/signed-out']
    case 'duplicated-tab':
    case undefined:
      return undefined
    default:
      return reason satisfies never
  }
}
