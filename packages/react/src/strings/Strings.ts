import type { ErrorCode } from '@takokit/core'

/** Strings available from the start. `{name}` is a placeholder. */
export interface StartStrings {
  signIn: string
  connect: string
  connecting: string
  /** Short, because it is a button's label: without the wallet's name. */
  confirm: string
  signingIn: string
  tryAgain: string
  /** `{account}` */
  accountMenu: string
}

/** Strings of the dialog and the menu, which load with them. */
interface LaterStrings {
  /** The unobtrusive line after a request was refused in the wallet: to connect, or to sign. */
  nothingSigned: string
  /** The unobtrusive line if the dialog, the menu or the QR code could not be loaded. */
  notLoaded: string
  /** `{account}` */
  signedInAs: string
  /** The same under `mode="connect"`. `{account}` */
  connectedAs: string
  /** The action of a button while a wallet is asked and no dialog is open. */
  helpOrCancel: string
  chooseWallet: string
  /** One form per plural category of the language. `{count}` */
  walletCount: { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>
  recent: string
  installed: string
  close: string
  back: string
  noWallet: string
  noWalletHint: string
  getWallet: string
  newToWallets: string
  /** A wallet without a name of its own. */
  browserWallet: string
  /** `connectTitle` for such a wallet. */
  openWallet: string
  /** `{wallet}` */
  connectTitle: string
  connectHint: string
  scanTitle: string
  scanHint: string
  /** What to do if the code has not been scanned for long. */
  scanHelp: string
  copyLink: string
  copied: string
  copyFailed: string
  /** `{wallet}` */
  readyTitle: string
  readyHint: string
  /** `{wallet}` */
  sign: string
  /** `{wallet}` */
  confirmTitle: string
  confirmHint: string
  message: string
  /** What to do if the wallet is slow to answer. `{wallet}` */
  slowHint: string
  /** The same for a wallet without a name of its own. */
  slowHintAny: string
  /** The same for a wallet on a phone. */
  phoneHelp: string
  cancel: string
  exchangingTitle: string
  exchangingHint: string
  /** `{when}`, such as `in 4 seconds` */
  retryIn: string
  failedTitle: string
  /** The same under `mode="connect"`. */
  connectFailedTitle: string
  anotherWallet: string
  details: string
  /** `{id}`: the reference for support. */
  reference: string
  signedIn: string
  renewsItself: string
  /** `{time}`, such as `14:05` */
  renewalLate: string
  /** The same once that time has passed. */
  renewalOverdue: string
  /** `{provider}`: as in `providers`, else its name. */
  atProvider: string
  /** Display names of providers, by name. Company names are the same in every language. */
  providers?: Record<string, string> | undefined
  walletConnected: string
  copyAddress: string
  signOut: string
  /** The message after a sign-out that the provider has confirmed. */
  signedOut: string
  /** The message after one that the provider has not confirmed, or cannot. */
  signedOutHere: string
  signedOutElsewhere: string
  /** The message after a change of the wallet’s account ended the session. */
  accountChanged: string
  /** The message after the wallet’s disconnect ended the session. */
  walletGone: string
  disconnect: string
  disconnected: string
  /** The user's sentence for each error: what happened, and what to do. */
  errors: Record<ErrorCode, string>
}

/** Every sentence that a user reads. */
export interface Strings extends StartStrings, LaterStrings {}

/** Your own text for any of them. */
export type StringOverrides = Partial<Omit<Strings, 'errors'>> & {
  errors?: Partial<Record<ErrorCode, string>> | undefined
}
