/** Loads what follows the wallet and tells what happens, soon: it may be needed when nothing can be loaded. */
export const loadLater = () => import('./later.ts')
