'use client'

import { useEffect, useState } from 'react'
import { useAuthContext } from '../auth/useAuthContext.ts'
import { useSignInContext } from './useSignInContext.ts'

/** Whole seconds until a failed exchange is tried again. */
export function useRetryInSeconds(): number | undefined {
  const { client } = useAuthContext()
  const { session, status } = useSignInContext()
  const { provider, account, error } = session
  const isWaiting = status === 'exchanging' && error !== undefined
  const [seconds, setSeconds] = useState<number>()
  useEffect(() => {
    if (!isWaiting) return setSeconds(undefined)
    const { platform } = client['~engine']
    const update = () => {
      const { nextRefreshAt } = client.getSnapshot({ provider, account })
      setSeconds(nextRefreshAt && Math.max(Math.ceil((nextRefreshAt - platform.now()) / 1000), 1))
    }
    update()
    const timer = setInterval(update, 1_000)
    return () => clearInterval(timer)
  }, [client, provider, account, error, isWaiting])
  return isWaiting ? seconds : undefined
}
