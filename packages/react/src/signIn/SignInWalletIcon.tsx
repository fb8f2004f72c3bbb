'use client'

import { forwardRef } from 'react'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { useAuthContext } from '../auth/useAuthContext.ts'
import { toWalletOption } from '../wagmi/toWalletOption.ts'
import { knownFacts } from '../wagmi/walletFacts.ts'
import { useSignInContext } from './useSignInContext.ts'

export type SignInWalletIconProps = PartProps<'img'>

/** The picture of the wallet that is asked. */
export const SignInWalletIcon = forwardRef<HTMLImageElement, SignInWalletIconProps>(
  function SignInWalletIcon(props, ref) {
    const { wallet } = useSignInContext().state
    const { config } = useAuthContext().wallet
    const facts = knownFacts(config)?.connectors
    const icon = wallet && toWalletOption(wallet, undefined, facts).icon
    return icon ? renderPart('img', { src: icon, alt: '' }, props, {}, ref) : null
  },
)
