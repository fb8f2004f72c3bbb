/**
 * What becomes of a wallet-signed session when the wallet changes to another account.
 *
 * - `sign-out`: it ends.
 * - `switch`: the new account's own session is put in use, whether it is signed in or not.
 * - `keep`: nothing, neither when the wallet is disconnected.
 */
export type AccountChangePolicy = 'sign-out' | 'keep' | 'switch'
