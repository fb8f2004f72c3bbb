/** Loads what opens from the button. */
export const loadParts = () => import('./parts.ts')
