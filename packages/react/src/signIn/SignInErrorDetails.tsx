'use client'

import { forwardRef } from 'react'
import { formatString } from '../strings/formatString.ts'
import { useStrings } from '../strings/useStrings.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { useShownError } from './useShownError.ts'

export type SignInErrorDetailsProps = PartProps<'details'>

/** The provider's own text, its reference for support and the code, collapsed. */
export const SignInErrorDetails = forwardRef<HTMLDetailsElement, SignInErrorDetailsProps>(
  function SignInErrorDetails(props, ref) {
    const error = useShownError()
    const strings = useStrings()
    if (!error) return null
    const { code, providerCode, details, correlationId, message } = error
    const children = (
      <>
        <summary>{strings.details}</summary>
        {/* The service's own text, or this kit's for developers. */}
        <p dir="auto" lang="en">
          {details ?? message}
        </p>
        {correlationId && <p>{formatString(strings.reference, { id: correlationId })}</p>}
        <code dir="ltr">{providerCode === undefined ? code : `${code} · ${providerCode}`}</code>
      </>
    )
    return renderPart('details', { children }, props, {}, ref)
  },
)
