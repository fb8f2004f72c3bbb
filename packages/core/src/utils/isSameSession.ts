import type { Session } from '../types/SessionSnapshot.ts'

/** Whether two views of a session are equal. */
export function isSameSession(one: Session, other: Session): boolean {
  return (Object.keys(one) as (keyof Session)[]).every((name) => one[name] === other[name])
}
