/** A missing secret is found when the server starts, and not by its first user. */
export const register = () => import('./app/relay')
