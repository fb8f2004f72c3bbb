'use client'

import { forwardRef } from 'react'
import { formatString } from '../strings/formatString.ts'
import { useStrings } from '../strings/useStrings.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { nameOf } from './nameOf.ts'
import { useSignInContext } from './useSignInContext.ts'

export type SignInContinueProps = PartProps<'button'>

/** The second tap, for wallets whose window a browser opens only from a tap. */
export const SignInContinue = forwardRef<HTMLButtonElement, SignInContinueProps>(
  function SignInContinue(props, ref) {
    const { flow, status, state } = useSignInContext()
    const strings = useStrings()
    if (status !== 'ready') return null
    const wallet = nameOf(state.walletName)
    const own = {
      type: 'button',
      'data-initial-focus': '',
      children: wallet ? formatString(strings.sign, { wallet }) : strings.signIn,
      onClick: () => void flow.start(),
    }
    return renderPart('button', own, props, {}, ref)
  },
)
