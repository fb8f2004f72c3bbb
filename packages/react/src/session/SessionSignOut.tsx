'use client'

import { signOut } from '@takokit/core/internal/actions/signOut'
import { forwardRef } from 'react'
import { useStrings } from '../strings/useStrings.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { disconnectWallet } from '../wagmi/disconnectWallet.ts'
import { useAuthContext } from '../auth/useAuthContext.ts'
import { useSessionContext } from './useSessionContext.ts'

export type SessionSignOutProps = PartProps<'button'>

/** Signs out, here and in every other tab. Under `mode="connect"`, disconnects the wallet. */
export const SessionSignOut = forwardRef<HTMLButtonElement, SessionSignOutProps>(
  function SessionSignOut(props, ref) {
    const { client, provider, session, isConnectOnly, setOpen } = useSessionContext()
    const { wallet } = useAuthContext()
    const strings = useStrings()
    const own = {
      type: 'button',
      children: isConnectOnly ? strings.disconnect : strings.signOut,
      onClick: () => {
        setOpen(false, 'signed-out')
        const leaving = isConnectOnly
          ? disconnectWallet(wallet.config)
          : signOut(client, { provider, account: session.account })
        // A wallet may never answer, and the session reports a storage failure.
        leaving.catch(() => {})
      },
    }
    return renderPart('button', own, props, {}, ref)
  },
)
