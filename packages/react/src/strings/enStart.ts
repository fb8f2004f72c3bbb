import type { StartStrings } from './Strings.ts'

/** English, available from the start. */
export const enStart: StartStrings = {
  signIn: 'Sign in',
  connect: 'Connect wallet',
  connecting: 'Connecting…',
  confirm: 'Confirm in wallet…',
  signingIn: 'Signing in…',
  tryAgain: 'Try again',
  accountMenu: 'Account {account}',
}
