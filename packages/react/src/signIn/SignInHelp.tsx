'use client'

import { forwardRef } from 'react'
import { useStrings } from '../strings/useStrings.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { helpOf } from './helpOf.ts'
import { useSignInContext } from './useSignInContext.ts'

export type SignInHelpProps = PartProps<'p'>

/** What to do if a wallet is slow to answer. */
export const SignInHelp = forwardRef<HTMLParagraphElement, SignInHelpProps>(
  function SignInHelp(props, ref) {
    const { state, status } = useSignInContext()
    const strings = useStrings()
    if (!state.isSlow || !/^(connecting|signing)$/.test(status)) return null
    const own = { role: 'status', children: helpOf(strings, state) }
    return renderPart('p', own, props, {}, ref)
  },
)
