/**
 * Opens another kit's dialog for connecting a wallet. If it returns a promise, that settles when the dialog has closed: without
 * a wallet, the attempt is then cancelled.
 */
export type OnConnect = () => unknown
