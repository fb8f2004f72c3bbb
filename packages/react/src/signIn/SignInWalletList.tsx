'use client'

import { forwardRef, type ReactNode, useEffect } from 'react'
import { useAuthContext } from '../auth/useAuthContext.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { discoverWallets } from '../wagmi/discoverWallets.ts'
import type { WalletOption } from '../wagmi/WalletOption.ts'
import { SignInWallet } from './SignInWallet.tsx'
import { useSignInContext } from './useSignInContext.ts'
import { useWalletCount } from './useWalletCount.ts'
import { useWallets } from './useWallets.ts'

export type SignInWalletListProps = Omit<PartProps<'ul'>, 'children'> & {
  /** Renders one wallet. Default: a `SignIn.Wallet`. */
  children?: ((wallet: WalletOption) => ReactNode) | undefined
}

/** The wallets to choose from: recently used, then those that announced themselves, then configured ones. */
export const SignInWalletList = forwardRef<HTMLUListElement, SignInWalletListProps>(
  function SignInWalletList({ children: draw, ...props }, ref) {
    const { status } = useSignInContext()
    const wallets = useWallets()
    const label = useWalletCount(wallets?.length ?? 0)
    const { config } = useAuthContext().wallet
    const isChoosing = status === 'choosing'
    // Requested again: wagmi may have dropped some, and some announce themselves late.
    useEffect(() => (isChoosing ? discoverWallets(config) : undefined), [config, isChoosing])
    if (!isChoosing || !wallets?.length) return null
    const children = wallets.map((wallet) => (
      <li key={wallet.connector.uid}>{draw ? draw(wallet) : <SignInWallet wallet={wallet} />}</li>
    ))
    return renderPart('ul', { children, 'aria-label': label }, props, {}, ref)
  },
)
