import { loadLater } from '../auth/loadLater.ts'

/** Loads the scripted part of the button's style, together with what `AuthProvider` loads: React then renders once for both. */
export const loadPage = () =>
  Promise.all([import('./page.ts'), loadLater().catch(() => {})]).then(([page]) => page)
