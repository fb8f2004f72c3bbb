import type { Session } from '../types/SessionSnapshot.ts'

/**
 * Whether two views of a session are equal.
 *
 * @example
 * ```ts
 * import { createAuthClient, getSession, isSameSession, tako } from '@takokit/core'
 *
 * const auth = createAuthClient({ providers: [tako()] })
 * const before = getSession(auth)
 * auth.subscribe(() => console.log(isSameSession(before, getSession(auth))))
 * ```
 */
export function isSameSession(one: Session, other: Session): boolean {
  return (Object.keys(one) as (keyof Session)[]).every((name) => one[name] === other[name])
}
