'use client'

import { forwardRef } from 'react'
import { useStrings } from '../strings/useStrings.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { hintOf } from './hintOf.ts'
import { useSignInContext } from './useSignInContext.ts'

export type SignInHintProps = PartProps<'p'>

/** One sentence under the title. */
export const SignInHint = forwardRef<HTMLParagraphElement, SignInHintProps>(
  function SignInHint(props, ref) {
    const { state, status } = useSignInContext()
    const children = hintOf(useStrings(), status, state)
    return children ? renderPart('p', { children }, props, {}, ref) : null
  },
)
