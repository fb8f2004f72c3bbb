'use client'

import { forwardRef } from 'react'
import { useStrings } from '../strings/useStrings.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { useSignInContext } from './useSignInContext.ts'
import { useWallets } from './useWallets.ts'

export type SignInNoWalletState = { empty: boolean }
export type SignInNoWalletProps = PartProps<'p', SignInNoWalletState> & {
  /** A page that explains wallets and where to get one. */
  href?: string | undefined
}

/** A link for users without a wallet. Nothing is loaded from there. */
export const SignInNoWallet = forwardRef<HTMLParagraphElement, SignInNoWalletProps>(
  function SignInNoWallet({ href = 'https://ethereum.org/wallets/', ...props }, ref) {
    const { status } = useSignInContext()
    const strings = useStrings()
    const wallets = useWallets()
    if (status !== 'choosing' || !wallets) return null
    const isEmpty = wallets.length === 0
    const children = (
      <>
        {isEmpty ? <strong>{strings.noWallet}</strong> : strings.newToWallets}{' '}
        {isEmpty && <span>{strings.noWalletHint}</span>}{' '}
        <a href={href} target="_blank" rel="noreferrer">
          {strings.getWallet}
        </a>
      </>
    )
    return renderPart('p', { children }, props, { empty: isEmpty }, ref)
  },
)
