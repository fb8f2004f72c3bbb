/** Loads the code that follows the wallet and announces events. Early, because it may be needed when the network is down. */
export const loadLater = () => import('./later.ts')
