/** What a session is, in words that rhyme with wagmi's. */
export type SessionStatus = 'restoring' | 'signedOut' | 'signingIn' | 'signedIn'

/** Where within signing in: the wallet is asked, then the provider. */
export type SignInStep = 'signing' | 'exchanging'

/** What the background does with the tokens of a session that is signed in. */
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
