'use client'

import { type AuthClient, getAuthToken } from '@takokit/core'
import { useEffect } from 'react'
import { setPageTimer } from '../utils/setPageTimer.ts'
import type { UseAuthTokenParameters } from './UseAuthTokenParameters.ts'

/** Renews early for those who want a token to be good for longer than the background leaves it. */
export function useMinValidity(
  client: AuthClient,
  { provider, account, minValidityMs = 0 }: UseAuthTokenParameters,
): void {
  useEffect(() => {
    if (minValidityMs <= 0) return
    const which = { provider, account }
    let stopTimer = () => {}
    let plannedGen: number | undefined
    const plan = () => {
      const { gen, expiresAt, refreshedAt, token } = client.getSnapshot(which)
      if (gen === plannedGen) return
      plannedGen = gen
      stopTimer()
      if (!token || !expiresAt || !refreshedAt) return
      // A life that is shorter than what is wanted would be renewed for ever.
      if (expiresAt - refreshedAt <= minValidityMs) return
      const renew = () => void getAuthToken(client, { ...which, minValidityMs }).catch(() => {})
      stopTimer = setPageTimer(renew, Math.max(expiresAt - minValidityMs - Date.now(), 0))
    }
    const stop = client.subscribe(plan)
    plan()
    return () => {
      stop()
      stopTimer()
    }
  }, [client, provider, account, minValidityMs])
}
