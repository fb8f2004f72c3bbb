'use client'

import { forwardRef } from 'react'
import { useStrings } from '../strings/useStrings.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { useShownError } from './useShownError.ts'

export type SignInErrorState = { code: string }
export type SignInErrorProps = PartProps<'p', SignInErrorState>

/** What went wrong and what to do, as a sentence, announced to screen readers at once. */
export const SignInError = forwardRef<HTMLParagraphElement, SignInErrorProps>(
  function SignInError(props, ref) {
    const error = useShownError()
    const { errors } = useStrings()
    if (!error) return null
    const own = { role: 'alert', children: errors[error.code] ?? errors['internal/unexpected'] }
    return renderPart('p', own, props, { code: error.code }, ref)
  },
)
