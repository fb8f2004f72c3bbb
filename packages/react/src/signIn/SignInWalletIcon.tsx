'use client'

import { forwardRef } from 'react'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { useSignInContext } from './useSignInContext.ts'

export type SignInWalletIconProps = PartProps<'img'>

/** The picture of the wallet that is asked. */
export const SignInWalletIcon = forwardRef<HTMLImageElement, SignInWalletIconProps>(
  function SignInWalletIcon(props, ref) {
    const { icon } = useSignInContext().state.wallet ?? {}
    return icon ? renderPart('img', { src: icon, alt: '' }, props, {}, ref) : null
  },
)
