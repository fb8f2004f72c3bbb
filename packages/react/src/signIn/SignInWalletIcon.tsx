'use client'

import { forwardRef, useState } from 'react'
import type { PartProps } from '../utils/PartProps.ts'
import { WalletTile } from './WalletTile.tsx'
import { renderPart } from '../utils/renderPart.tsx'
import { useAuthContext } from '../auth/useAuthContext.ts'
import { toWalletOption } from '../wagmi/toWalletOption.ts'
import { knownFacts } from '../wagmi/walletFacts.ts'
import { useSignInContext } from './useSignInContext.ts'

export type SignInWalletIconProps = PartProps<'img'>

/** The icon of the wallet in use; drawn, or its initial, if it has no image. */
export const SignInWalletIcon = forwardRef<HTMLImageElement, SignInWalletIconProps>(
  function SignInWalletIcon(props, ref) {
    const { wallet } = useSignInContext().state
    const [broken, setBroken] = useState<string>()
    const { wallet: store, icons } = useAuthContext()
    if (!wallet) return null
    const { icon, name } = toWalletOption(
      wallet,
      undefined,
      knownFacts(store.config)?.connectors,
      icons,
    )
    if (!icon || icon === broken) return <WalletTile name={name} connector={wallet} />
    const own = { src: icon, alt: '', onError: () => setBroken(icon) }
    return renderPart('img', own, props, {}, ref)
  },
)
