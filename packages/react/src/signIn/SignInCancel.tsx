'use client'

import { forwardRef } from 'react'
import { useStrings } from '../strings/useStrings.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { useSignInContext } from './useSignInContext.ts'

export type SignInCancelProps = PartProps<'button'>

/** Cancels while the wallet or the provider has not answered. A signature that arrives later is dropped. */
export const SignInCancel = forwardRef<HTMLButtonElement, SignInCancelProps>(
  function SignInCancel(props, ref) {
    const { flow, status } = useSignInContext()
    const strings = useStrings()
    if (!/^(connecting|signing|exchanging)$/.test(status)) return null
    const own = {
      type: 'button',
      children: strings.cancel,
      onClick: () => flow.close('cancel'),
    }
    return renderPart('button', own, props, {}, ref)
  },
)
