'use client'

import { forwardRef } from 'react'
import { useStrings } from '../strings/useStrings.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { useWallets } from './useWallets.ts'
import { useSignInContext } from './useSignInContext.ts'

export type SignInBackProps = PartProps<'button'>

/** Returns to the wallets, and cancels the active attempt. Renders nothing if there is no choice. */
export const SignInBack = forwardRef<HTMLButtonElement, SignInBackProps>(
  function SignInBack(props, ref) {
    const { flow, status } = useSignInContext()
    const strings = useStrings()
    const wallets = useWallets()
    if (status === 'choosing' || !wallets?.[1]) return null
    const own = { type: 'button', 'aria-label': strings.back, onClick: () => flow.choose() }
    return renderPart('button', own, props, {}, ref)
  },
)
