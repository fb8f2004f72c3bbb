import type { SessionReason } from '@takokit/core'
import type { Strings } from '../strings/Strings.ts'

/** What ended a session, in words. `undefined` where nobody needs to know. */
export function endingOf(strings: Strings, reason: SessionReason | undefined): string | undefined {
  switch (reason) {
    case 'user':
      return strings.signedOutHere
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
    default:
      return undefined
  }
}
