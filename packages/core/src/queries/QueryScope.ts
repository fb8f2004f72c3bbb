/** The session that a query, a mutation or a persisted entry belongs to. */
export interface QueryScope {
  provider: string
  /** `undefined`: the account in use. `null`: signed out, as in the key of a query that waits for a sign-in. */
  account: string | null | undefined
  /** Whether the key names the account, so that another account's key differs. */
  isKeyed: boolean
}
