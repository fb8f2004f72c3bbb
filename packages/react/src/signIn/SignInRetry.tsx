'use client'

import { forwardRef } from 'react'
import { retryFlow } from '../flow/retryFlow.ts'
import { useStrings } from '../strings/useStrings.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { useSignInContext } from './useSignInContext.ts'

export type SignInRetryProps = PartProps<'button'>

/** Retries what failed. */
export const SignInRetry = forwardRef<HTMLButtonElement, SignInRetryProps>(
  function SignInRetry(props, ref) {
    const { flow, status } = useSignInContext()
    const strings = useStrings()
    if (status !== 'failed') return null
    const own = {
      type: 'button',
      'data-initial-focus': '',
      children: strings.tryAgain,
      onClick: () => retryFlow(flow),
    }
    return renderPart('button', own, props, {}, ref)
  },
)
