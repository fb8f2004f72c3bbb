/** Loads what the button needs to look right on its page. */
export const loadPage = () => import('./page.ts')
