import type { ErrorCode } from '@takokit/core'

/** Words that are there from the start. `{name}` stands for what is filled in. */
export interface StartStrings {
  signIn: string
  connect: string
  connecting: string
  /** Short, since it stands on a button: without the name of the wallet. */
  confirm: string
  signingIn: string
  tryAgain: string
  /** `{account}` */
  accountMenu: string
}

/** Words of the dialog and the menu, which come with them. */
export interface LaterStrings {
  /** The quiet line after a request was refused in the wallet: to connect, or to sign. */
  nothingSigned: string
  /** The quiet line where the dialog, the menu or the QR code could not be loaded. */
  notLoaded: string
  /** `{account}` */
  signedInAs: string
  /** The same under `mode="connect"`. `{account}` */
  connectedAs: string
  /** What a button does while a wallet is asked and no dialog is open. */
  helpOrCancel: string
  chooseWallet: string
  /** One form per plural category that the language has. `{count}` */
  walletCount: { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>
  recent: string
  installed: string
  close: string
  back: string
  noWallet: string
  noWalletHint: string
  getWallet: string
  newToWallets: string
  /** What a wallet is called that did not give its name. */
  browserWallet: string
  /** `connectTitle` for such a wallet. */
  openWallet: string
  /** `{wallet}` */
  connectTitle: string
  connectHint: string
  scanTitle: string
  scanHint: string
  /** What to do when nothing scanned the code for long. */
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
  /** What to do when the wallet has not answered for long. `{wallet}` */
  slowHint: string
  /** The same for a wallet that did not give its name. */
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
  /** `{id}`: what support asks for. */
  reference: string
  signedIn: string
  renewsItself: string
  /** `{time}`, such as `14:05` */
  renewalLate: string
  /** The same once that time has passed. */
  renewalOverdue: string
  /** `{provider}`: as in `providers`, else its name. */
  atProvider: string
  /** What a provider is called, by its name. Names of companies: the same in every language. */
  providers?: Record<string, string> | undefined
  walletConnected: string
  copyAddress: string
  signOut: string
  /** The news after a sign-out that the provider knows of. */
  signedOut: string
  /** The news after one that the provider was not told of, or cannot be. */
  signedOutHere: string
  signedOutElsewhere: string
  /** The news after the wallet’s account changed, which ended the session. */
  accountChanged: string
  /** The news after the wallet went away, which ended the session. */
  walletGone: string
  disconnect: string
  disconnected: string
  /** What each failure says to a user: what happened, and what to do. */
  errors: Record<ErrorCode, string>
}

/** Every sentence that a user reads. */
export interface Strings extends StartStrings, LaterStrings {}

/** Your own words in place of any of them. */
export type StringOverrides = Partial<Omit<Strings, 'errors'>> & {
  errors?: Partial<Record<ErrorCode, string>> | undefined
}
