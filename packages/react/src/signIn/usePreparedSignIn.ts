import { prepareSignIn } from '@takokit/core/internal/actions/prepareSignIn'
import { useEffect } from 'react'
import type { Flow } from '../flow/Flow.ts'

/** Requests the provider's challenge when the dialog opens: the wallet may be connected and asked within it. */
export function usePreparedSignIn(flow: Flow, isOpen: boolean): void {
  useEffect(() => {
    const { client, provider, mode } = flow.getOptions()
    if (!isOpen || mode !== 'connect-and-sign') return
    // A sign-in has its challenge, or asks for it and says what failed.
    if (client.getSnapshot({ provider }).status === 'signedOut')
      prepareSignIn(client, { provider }).catch(() => {})
  }, [flow, isOpen])
}
