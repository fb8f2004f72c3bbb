import type { StartStrings } from './Strings.ts'

/** English from the start. */
export const enStart: StartStrings = {
  signIn: 'Sign in',
  connect: 'Connect wallet',
  connecting: 'Connecting…',
  confirm: 'Confirm in wallet…',
  signingIn: 'Signing in…',
  nothingSigned: 'Request canceled. Nothing was signed.',
  notLoaded: 'Part of this page didn’t load. Try again, or reload the page.',
  tryAgain: 'Try again',
  signedInAs: 'Signed in as {account}',
  connectedAs: 'Connected as {account}',
  accountMenu: 'Account {account}',
  helpOrCancel: 'Press for help, or to cancel.',
}
