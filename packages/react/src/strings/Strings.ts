import type { ErrorCode } from '@takokit/core'

/** Words that are there from the start. `{name}` stands for what is filled in. */
export interface StartStrings {
  signIn: string
  connect: string
  restoring: string
  connecting: string
  /** `{wallet}` */
  confirm: string
  signingIn: string
  /** The quiet line after a request was closed in the wallet. */
  nothingSigned: string
  /** The quiet line where the dialog, the menu or the QR code could not be loaded. */
  notLoaded: string
  tryAgain: string
  /** `{account}` */
  signedInAs: string
  /** `{account}` */
  accountMenu: string
}

/** Words of the dialog and the menu, which come with them. */
export interface LaterStrings {
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
  /** `{wallet}` */
  connectTitle: string
  /** `{wallet}` */
  connectHint: string
  scanTitle: string
  scanHint: string
  copyLink: string
  copied: string
  /** `{wallet}` */
  readyTitle: string
  readyHint: string
  /** `{wallet}` */
  sign: string
  /** `{wallet}` */
  confirmTitle: string
  confirmHint: string
  message: string
  /** `{wallet}` */
  slowHint: string
  cancel: string
  exchangingTitle: string
  exchangingHint: string
  /** `{time}`, such as `4 sec` */
  retryIn: string
  failedTitle: string
  anotherWallet: string
  details: string
  /** `{id}`: what support asks for. */
  reference: string
  signedIn: string
  renewsItself: string
  /** `{time}`, such as `14:05` */
  renewalLate: string
  /** `{provider}`: as in `providers`, else its name. */
  atProvider: string
  /** What a provider is called, by its name. Names of companies: the same in every language. */
  providers?: Record<string, string> | undefined
  walletConnected: string
  copyAddress: string
  signOut: string
  disconnect: string
  /** What each failure says to a user: what happened, and what to do. */
  errors: Record<ErrorCode, string>
}

/** Every sentence that a user reads. */
export interface Strings extends StartStrings, LaterStrings {}

/** Your own words in place of any of them. */
export type StringOverrides = Partial<Omit<Strings, 'errors'>> & {
  errors?: Partial<Record<ErrorCode, string>> | undefined
}
