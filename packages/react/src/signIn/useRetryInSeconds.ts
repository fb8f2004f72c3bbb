'use client'

import { useCallback, useSyncExternalStore } from 'react'
import { useAuthContext } from '../auth/useAuthContext.ts'
import { useSignInContext } from './useSignInContext.ts'

/** Whole seconds until a failed exchange is retried. */
export function useRetryInSeconds(): number | undefined {
  const { client } = useAuthContext()
  const { session, status } = useSignInContext()
  const { provider, account, error } = session
  const isWaiting = status === 'exchanging' && error !== undefined
  const tick = useCallback((onTick: () => void) => {
    const timer = setInterval(onTick, 250)
    return () => clearInterval(timer)
  }, [])
  const read = () => {
    const { nextRefreshAt } = client.getSnapshot({ provider, account })
    if (!isWaiting || nextRefreshAt === undefined) return undefined
    return Math.max(Math.ceil((nextRefreshAt - client['~engine'].platform.now()) / 1000), 1)
  }
  return useSyncExternalStore(tick, read, () => undefined)
}
