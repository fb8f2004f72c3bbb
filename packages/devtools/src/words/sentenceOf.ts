import type { AuthEvent } from '@takokit/core'

/** An event of a session as a short text. */
export function sentenceOf(event: AuthEvent): string {
  switch (event.type) {
    case 'restored':
      return 'Restored without a prompt'
    case 'signInStarted':
      return 'The wallet was asked to sign'
    case 'messageSigned':
      return 'Signed; exchanging it for tokens'
    case 'signInFailed':
      return `Signing in ended: ${event.code}`
    case 'sessionStarted':
      return 'Signed in'
    case 'refreshStarted':
      return 'Renewing the tokens'
    case 'tokensRefreshed':
      return event.isOwn ? 'Renewed the tokens' : 'Adopted what another tab renewed'
    case 'refreshDeferred':
      return `Not renewed yet: ${event.code}`
    case 'sessionEnded':
      return `Signed out: ${event.reason}`
    case 'signedOut':
      return event.revoked === 'unsupported'
        ? 'Its provider has no call to revoke tokens'
        : `Revoked at the provider: ${event.revoked ? 'yes' : 'no'}`
    default:
      // Told by a tab that runs another version.
      return (event satisfies never as AuthEvent).type
  }
}
