'use client'

import { forwardRef } from 'react'
import { useStrings } from '../strings/useStrings.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { useWallets } from './useWallets.ts'
import { useSignInContext } from './useSignInContext.ts'

export type SignInChooseOtherProps = PartProps<'button'>

/** Returns to the wallets after a failure. */
export const SignInChooseOther = forwardRef<HTMLButtonElement, SignInChooseOtherProps>(
  function SignInChooseOther(props, ref) {
    const { flow, status } = useSignInContext()
    const strings = useStrings()
    const wallets = useWallets()
    if (status !== 'failed' || !wallets?.[1]) return null
    const own = { type: 'button', children: strings.anotherWallet, onClick: () => flow.choose() }
    return renderPart('button', own, props, {}, ref)
  },
)
