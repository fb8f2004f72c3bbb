'use client'

import { forwardRef } from 'react'
import { useStrings } from '../strings/useStrings.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { useSignInContext } from './useSignInContext.ts'

export type SignInMessagePreviewProps = PartProps<'details'>

/** The exact text that the wallet is asked to sign, collapsed. */
export const SignInMessagePreview = forwardRef<HTMLDetailsElement, SignInMessagePreviewProps>(
  function SignInMessagePreview(props, ref) {
    const { message } = useSignInContext().state
    const strings = useStrings()
    if (!message) return null
    const children = (
      <>
        <summary>{strings.message}</summary>
        {/* Scrollable, so it must be reachable by keyboard. */}
        <pre dir="ltr" lang="en" tabIndex={0} role="region" aria-label={strings.message}>
          {message}
        </pre>
      </>
    )
    return renderPart('details', { children }, props, {}, ref)
  },
)
