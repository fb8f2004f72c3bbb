'use client'

import { forwardRef, useContext } from 'react'
import { useStrings } from '../strings/useStrings.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { SignInDialogContext } from './SignInDialogContext.ts'
import { titleOf } from './titleOf.ts'
import { useSignInContext } from './useSignInContext.ts'

export type SignInTitleProps = PartProps<'h2'>

/** Names the dialog: the user's next action. */
export const SignInTitle = forwardRef<HTMLHeadingElement, SignInTitleProps>(
  function SignInTitle(props, ref) {
    const { titleId } = useContext(SignInDialogContext)
    const { state, status, mode } = useSignInContext()
    const children = titleOf(useStrings(), status, state, mode)
    return renderPart('h2', { id: titleId, children }, props, {}, ref)
  },
)
