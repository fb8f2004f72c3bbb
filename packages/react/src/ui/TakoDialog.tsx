'use client'

import { type SyntheticEvent, useLayoutEffect, useRef } from 'react'
import { enter } from './motion/enter.ts'
import { glide } from './motion/glide.ts'
import { SignInAccount } from '../signIn/SignInAccount.tsx'
import { SignInBack } from '../signIn/SignInBack.tsx'
import { SignInCancel } from '../signIn/SignInCancel.tsx'
import { SignInChooseOther } from '../signIn/SignInChooseOther.tsx'
import { SignInClose } from '../signIn/SignInClose.tsx'
import { SignInContinue } from '../signIn/SignInContinue.tsx'
import { SignInCopyLink } from '../signIn/SignInCopyLink.tsx'
import { SignInDialog } from '../signIn/SignInDialog.tsx'
import { SignInError } from '../signIn/SignInError.tsx'
import { SignInErrorDetails } from '../signIn/SignInErrorDetails.tsx'
import { SignInHelp } from '../signIn/SignInHelp.tsx'
import { SignInHint } from '../signIn/SignInHint.tsx'
import { SignInMessagePreview } from '../signIn/SignInMessagePreview.tsx'
import { SignInNoWallet } from '../signIn/SignInNoWallet.tsx'
import { SignInQrCode } from '../signIn/SignInQrCode.tsx'
import { SignInRetry } from '../signIn/SignInRetry.tsx'
import { SignInRetryIn } from '../signIn/SignInRetryIn.tsx'
import { SignInTitle } from '../signIn/SignInTitle.tsx'
import { SignInWallet } from '../signIn/SignInWallet.tsx'
import { SignInWalletIcon } from '../signIn/SignInWalletIcon.tsx'
import { SignInWalletList } from '../signIn/SignInWalletList.tsx'
import { useIsShown } from '../signIn/useIsShown.ts'
import { useSignInContext } from '../signIn/useSignInContext.ts'
import { useWallets } from '../signIn/useWallets.ts'
import { useStrings } from '../strings/useStrings.ts'
import { mediaMatches } from '../utils/mediaMatches.ts'
import { BackIcon, CloseIcon, WalletIcon } from './icons.tsx'

/** To React, a portal's events are also those of everything around `AuthProvider`: a link, a card that opens by a press. */
const keepHere = (event: SyntheticEvent) => event.stopPropagation()

/** The dialog in the kit's style: a card, or a bottom sheet on a narrow page. */
export function TakoDialog({ walletGuideUrl }: { walletGuideUrl?: string | undefined }) {
  const { status, state } = useSignInContext()
  const strings = useStrings()
  // A phone cannot scan itself: the link is first.
  const isOnPhone = state.uri !== undefined && mediaMatches('(pointer: coarse)')
  const isOpen = useIsShown()
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const { current } = dialog
    if (!isOpen || !current) return undefined
    enter(current)
    return glide(current)
  }, [isOpen])
  const isEmpty = useWallets()?.length === 0
  const isAsking = status === 'choosing' ? isEmpty : !state.uri
  return (
    <SignInDialog
      ref={dialog}
      className="takokit-dialog"
      onClick={keepHere}
      onKeyDown={keepHere}
      onKeyUp={keepHere}
    >
      <div className="takokit-card">
        <div className="takokit-header">
          <SignInBack className="takokit-tool takokit-back">
            <BackIcon />
          </SignInBack>
          <SignInTitle
            className="takokit-title"
            {...(isOnPhone && { children: strings.openWallet })}
          />
          <SignInClose className="takokit-tool">
            <CloseIcon />
          </SignInClose>
        </div>
        {/* The message of a retried exchange stays here when it fails for good. */}
        <div className="takokit-step" key={status === 'failed' ? 'exchanging' : status}>
          {isAsking && (
            <div className="takokit-asked">
              <SignInWalletIcon className="takokit-wallet-icon" />
              {!state.wallet && <WalletIcon />}
              <SignInAccount className="takokit-account" />
            </div>
          )}
          <SignInHint
            className="takokit-hint"
            {...(isOnPhone && { children: strings.connectHint })}
          />
          <SignInError className="takokit-error" />
          <SignInRetryIn className="takokit-hint" />
          {isOnPhone && (
            <a className="takokit-main" href={state.uri}>
              {strings.openWallet}
            </a>
          )}
          {isOnPhone ? (
            <details className="takokit-fold">
              <summary>{strings.scanTitle}</summary>
              <SignInQrCode className="takokit-qr" />
            </details>
          ) : (
            <SignInQrCode className="takokit-qr" />
          )}
          <SignInCopyLink className="takokit-plain" />
          <SignInWalletList className="takokit-wallets">
            {(wallet) => <SignInWallet wallet={wallet} className="takokit-wallet" />}
          </SignInWalletList>
          <SignInNoWallet className="takokit-guide" href={walletGuideUrl} />
          <SignInMessagePreview className="takokit-fold" />
          <SignInErrorDetails className="takokit-fold" />
          <SignInHelp className="takokit-help" />
          <SignInContinue className="takokit-main" />
          <SignInRetry className="takokit-main" />
          <SignInChooseOther className="takokit-plain" />
          <SignInCancel className="takokit-plain" />
        </div>
      </div>
    </SignInDialog>
  )
}
