'use client'

import { type ReactNode, type RefObject, useEffect, useInsertionEffect, useRef } from 'react'
import { useSession, type UseSessionParameters } from '../hooks/useSession.ts'
import { activeElementOf } from '../utils/activeElementOf.ts'
import { noteFocusPlace } from '../utils/noteFocusPlace.ts'

export interface RequireAuthProps extends UseSessionParameters {
  /** Shown while signed out. */
  fallback?: ReactNode
  /** Shown until the session is restored. Default: `fallback`. */
  restoring?: ReactNode
  /** Shown while signed in. */
  children?: ReactNode
}

/**
 * Shows its children to those who are signed in. What had the focus and goes away gives it to what takes its place.
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
  const moveFocusRef = useRef<() => unknown>(undefined)
  const show = (part: ReactNode, key: string) => (
    <Part key={key} {...{ moveFocusRef }}>
      {part}
    </Part>
  )
  if (status === 'restoring') return show(restoring, restoring === fallback ? 'out' : 'restoring')
  // Somebody who signs in anew is signed in meanwhile.
  const isIn = status === 'signedIn' || startedAt !== undefined
  return isIn ? show(children, 'in') : show(fallback, 'out')
}

interface PartProps {
  moveFocusRef: RefObject<(() => unknown) | undefined>
  children: ReactNode
}

function Part({ moveFocusRef, children }: PartProps) {
  useEffect(() => {
    moveFocusRef.current?.()
    moveFocusRef.current = undefined
  }, [moveFocusRef])
  // The one that is undone while what goes away is still in the page.
  useInsertionEffect(
    () => () => {
      const active = activeElementOf(document)
      moveFocusRef.current = active && noteFocusPlace(active)
    },
    [moveFocusRef],
  )
  return children
}
