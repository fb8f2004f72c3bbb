'use client'

import { forwardRef } from 'react'
import { askWallet } from '../flow/askWallet.ts'
import { useStrings } from '../strings/useStrings.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import type { WalletOption } from '../wagmi/WalletOption.ts'
import { nameOf } from './nameOf.ts'
import { useSignInContext } from './useSignInContext.ts'
import { useWallets } from './useWallets.ts'

export type SignInWalletState = { recent: boolean; installed: boolean }
export type SignInWalletProps = PartProps<'button', SignInWalletState> & { wallet: WalletOption }

/** Connects this wallet, and goes on to the signature where its prompt needs no second tap. */
export const SignInWallet = forwardRef<HTMLButtonElement, SignInWalletProps>(function SignInWallet(
  { wallet, ...props },
  ref,
) {
  const { flow } = useSignInContext()
  const strings = useStrings()
  const [first] = useWallets()
  const { icon, isRecent, isInstalled } = wallet
  const name = wallet.id === 'injected' ? (nameOf(wallet) ?? strings.browserWallet) : wallet.name
  const own = {
    type: 'button',
    'data-initial-focus': first?.connector === wallet.connector ? '' : undefined,
    onClick: () => void askWallet(flow, wallet.connector),
    children: (
      <>
        {icon ? <img src={icon} alt="" /> : <span aria-hidden="true">{name.slice(0, 1)}</span>}
        <span>{name}</span>
        {(isRecent || isInstalled) && (
          <small>{isRecent ? strings.recent : strings.installed}</small>
        )}
      </>
    ),
  }
  const state = { recent: isRecent, installed: isInstalled }
  return renderPart('button', own, props, state, ref)
})
