/**
 * What happens to a wallet-signed session when the wallet changes to another account.
 *
 * - `sign-out`: the session ends.
 * - `switch`: the new account's own session becomes active, whether it is signed in or not.
 * - `keep`: nothing, also when the wallet is disconnected.
 */
export type AccountChangePolicy = 'sign-out' | 'keep' | 'switch'
