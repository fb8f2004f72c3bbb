/** Loads the dialog and the menu. */
export const loadParts = () => import('./parts.ts')
