/**
 * Returns a name that is unique across tabs and sign-ins. It is no secret, so it does not need `crypto`, which a browser may
 * refuse.
 */
export function randomId(): string {
  return Array.from({ length: 4 }, () => Math.random().toString(36).slice(2)).join('')
}
