'use client'

import { forwardRef, useContext } from 'react'
import { useStrings } from '../strings/useStrings.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { hintOf } from './hintOf.ts'
import { SignInDialogContext } from './SignInDialogContext.ts'
import { useSignInContext } from './useSignInContext.ts'

export type SignInHintProps = PartProps<'p'>

/** One sentence under the title. */
export const SignInHint = forwardRef<HTMLParagraphElement, SignInHintProps>(
  function SignInHint(props, ref) {
    const { state, status } = useSignInContext()
    const { hintId } = useContext(SignInDialogContext)
    const children = hintOf(useStrings(), status, state)
    return children ? renderPart('p', { id: hintId, children }, props, {}, ref) : null
  },
)
