/** The state of a session. The names follow those of wagmi. */
export type SessionStatus = 'restoring' | 'signedOut' | 'signingIn' | 'signedIn'

/** The step of a sign-in: waiting for the wallet, then for the provider. */
export type SignInStep = 'signing' | 'exchanging'

/** The background refresh of a signed-in session. */
export type RefreshStatus = 'idle' | 'refreshing' | 'retrying'

/** Why a session is signed out. */
export type SessionReason =
  | 'user'
  | 'wallet-disconnected'
  | 'account-changed'
  | 'signed-out-elsewhere'
  | 'refresh-refused'
  | 'refresh-answer-lost'
  | 'storage-cleared'
  | 'duplicated-tab'
