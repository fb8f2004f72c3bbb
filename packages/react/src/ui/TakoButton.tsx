'use client'

import { forwardRef, useEffect, useState } from 'react'
import { SessionTrigger } from '../session/SessionTrigger.tsx'
import { useSessionContext } from '../session/useSessionContext.ts'
import { SignInStatusText } from '../signIn/SignInStatusText.tsx'
import { SignInTrigger } from '../signIn/SignInTrigger.tsx'
import { useSignInContext } from '../signIn/useSignInContext.ts'
import { formatString } from '../strings/formatString.ts'
import { useStartStrings } from '../strings/useStartStrings.ts'
import { shortAddress } from '../utils/shortAddress.ts'
import { useLazy } from '../utils/useLazy.ts'
import { loadParts } from './loadParts.ts'
import { Face } from './Face.tsx'
import { useEns } from './useEns.ts'
import { type PageControlParameters, usePageControl } from './usePageControl.ts'

export interface TakoButtonProps extends PageControlParameters {
  /** `md` by default; `sm` fits a toolbar, `lg` a landing page. */
  size?: 'sm' | 'md' | 'lg' | undefined
  /** What an ancestor's `data-takokit-theme` says by default, else what the system does. */
  theme?: 'light' | 'dark' | 'system' | undefined
  /** Shows the account's ENS name, where the dapp's own transports resolve one. */
  ens?: boolean | undefined
  /** Shows its ENS avatar: a request to wherever its owner keeps the picture. */
  ensAvatar?: boolean | undefined
  /** Where somebody without a wallet is sent. */
  walletGuideUrl?: string | undefined
  className?: string | undefined
}

/** The button, and the menu that opens from it. What it will need is loaded when a pointer or the focus comes near. */
export const TakoButton = forwardRef<HTMLButtonElement, TakoButtonProps>(
  function TakoButton(props, ref) {
    const { size = 'md', theme, className } = props
    const begin = usePageControl(props)
    const { flow, status } = useSignInContext()
    const { account, isOpen: isMenuOpen, setOpen: setMenuOpen } = useSessionContext()
    const [isNear, setNear] = useState(false)
    const parts = useLazy(loadParts, isMenuOpen ? 'now' : isNear, () => {
      if (!isMenuOpen) return
      setMenuOpen(false, 'failed')
      flow.lack()
    })
    const ens = useEns(account, props)
    const strings = useStartStrings()
    const come = () => setNear(true)
    useEffect(() => {
      if (isNear || status === 'restoring') return
      const idle = window.requestIdleCallback ?? ((callback) => setTimeout(callback, 1_000))
      const request = idle(() => setNear(true))
      return () => (window.cancelIdleCallback ?? clearTimeout)(request)
    }, [isNear, status])
    return (
      <span
        className={className ? `takokit ${className}` : 'takokit'}
        data-size={size}
        data-takokit-theme={theme}
      >
        <SignInTrigger
          className="takokit-button"
          aria-label={
            account &&
            strings &&
            formatString(strings.accountMenu, { account: ens?.name ?? shortAddress(account) })
          }
          onPointerEnter={come}
          onFocus={come}
          onClick={begin}
          render={<SessionTrigger ref={ref} />}
        >
          <Face ens={ens} />
        </SignInTrigger>
        <SignInStatusText className="takokit-said" />
        {isMenuOpen && parts && <parts.TakoMenu ens={ens} />}
      </span>
    )
  },
)
