/** Returns a name unique across tabs and sign-ins. It is no secret, so it needs no `crypto`, which a browser may refuse. */
export function randomId(): string {
  return Array.from({ length: 4 }, () => Math.random().toString(36).slice(2)).join('')
}
