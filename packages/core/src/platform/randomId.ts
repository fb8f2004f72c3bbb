/** A name that no other tab or sign-in has. It is no secret, so that it needs no `crypto`, which a browser may refuse. */
export function randomId(): string {
  return Array.from({ length: 4 }, () => Math.random().toString(36).slice(2)).join('')
}
