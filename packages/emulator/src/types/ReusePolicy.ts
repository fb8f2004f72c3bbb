/**
 * What happens if a refresh token is sent again after it was exchanged.
 *
 * - `stateless`: it stays valid until it expires, as with a server that only checks a signature.
 * - `grace`: for `graceMs` (30 s by default) it yields the same successor again; later it counts as theft.
 * - `strict`: the second attempt revokes the whole family.
 */
export type ReusePolicy = 'stateless' | 'strict' | 'grace' | { type: 'grace'; graceMs: number }

/** The same without shorthand. */
export type ResolvedReusePolicy =
  | { type: 'stateless' }
  | { type: 'strict' }
  | { type: 'grace'; graceMs: number }
