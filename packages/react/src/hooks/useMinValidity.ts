'use client'

import type { AuthClient } from '@takokit/core'
import { getAuthToken } from '@takokit/core/internal/actions/getAuthToken'
import { useEffect } from 'react'
import { setPageTimer } from '../utils/setPageTimer.ts'
import type { UseAuthTokenParameters } from './UseAuthTokenParameters.ts'

/** Refreshes early for components that need a longer validity than the background refresh leaves. */
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
      // A shorter lifetime than the minimum would be refreshed endlessly.
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
