import type { StartStrings } from './Strings.ts'

/** English from the start. */
export const enStart: StartStrings = {
  signIn: 'Sign in',
  connect: 'Connect wallet',
  restoring: 'Looking for your session…',
  connecting: 'Connecting…',
  confirm: 'Confirm in {wallet}…',
  signingIn: 'Signing in…',
  nothingSigned: 'You closed the request. Nothing was signed.',
  notLoaded: 'Part of this page did not load. Try again, or reload the page.',
  tryAgain: 'Try again',
  signedInAs: 'Signed in as {account}',
  accountMenu: 'Account {account}',
}
