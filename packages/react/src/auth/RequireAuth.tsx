'use client'

import type { ReactNode } from 'react'
import { useSession, type UseSessionParameters } from '../hooks/useSession.ts'

export interface RequireAuthProps extends UseSessionParameters {
  /** Shown where nobody is signed in. */
  fallback?: ReactNode
  /** Shown until it is known: `fallback` by default. */
  restoring?: ReactNode
  children?: ReactNode
}

/**
 * Shows its children to those who are signed in.
 *
 * @example
 * ```tsx
 * import { RequireAuth, TakoSignIn } from '@takokit/react'
 *
 * export const Members = () => (
 *   <RequireAuth fallback={<TakoSignIn />} restoring={null}>
 *     <p>For members.</p>
 *   </RequireAuth>
 * )
 * ```
 */
export function RequireAuth(props: RequireAuthProps) {
  const { fallback = null, restoring = fallback, children, ...which } = props
  const { status, startedAt } = useSession(which)
  if (status === 'restoring') return restoring
  // Somebody who signs in anew is signed in meanwhile.
  return status === 'signedIn' || startedAt !== undefined ? children : fallback
}
