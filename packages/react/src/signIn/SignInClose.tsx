'use client'

import { forwardRef } from 'react'
import { useStrings } from '../strings/useStrings.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { useSignInContext } from './useSignInContext.ts'

export type SignInCloseProps = PartProps<'button'>

/** Closes the dialog, and cancels the active attempt. */
export const SignInClose = forwardRef<HTMLButtonElement, SignInCloseProps>(
  function SignInClose(props, ref) {
    const { flow } = useSignInContext()
    const own = {
      type: 'button',
      'aria-label': useStrings().close,
      onClick: () => flow.close('close'),
    }
    return renderPart('button', own, props, {}, ref)
  },
)
