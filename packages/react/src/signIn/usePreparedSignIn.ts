import { prepareSignIn } from '@takokit/core'
import { useEffect } from 'react'
import type { Flow } from '../flow/createFlow.ts'

/** Requests the provider's challenge when the dialog opens: the wallet may be connected and asked within it. */
export function usePreparedSignIn(flow: Flow, isOpen: boolean): void {
  useEffect(() => {
    const { client, provider, mode } = flow.getOptions()
    // A sign-in asks again, and says what failed.
    if (isOpen && mode === 'connect-and-sign') prepareSignIn(client, { provider }).catch(() => {})
  }, [flow, isOpen])
}
