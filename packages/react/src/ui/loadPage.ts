/** Loads the scripted part of the button's style. */
export const loadPage = () => import('./page.ts')
