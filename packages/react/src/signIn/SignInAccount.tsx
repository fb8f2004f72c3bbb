'use client'

import { forwardRef } from 'react'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { shortAddress } from '../utils/shortAddress.ts'
import { useSignInContext } from './useSignInContext.ts'

export type SignInAccountProps = PartProps<'span'>

/** The account that the wallet is asked to sign with. */
export const SignInAccount = forwardRef<HTMLSpanElement, SignInAccountProps>(
  function SignInAccount(props, ref) {
    const { address } = useSignInContext().state
    if (!address) return null
    const own = { dir: 'ltr', children: shortAddress(address) }
    return renderPart('span', own, props, {}, ref)
  },
)
