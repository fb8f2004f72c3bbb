'use client'

import { forwardRef } from 'react'
import type { SignInStatus } from '../flow/SignInStatus.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { useSignInContext } from './useSignInContext.ts'
import { useTriggerLabel } from './useTriggerLabel.ts'

export type SignInTriggerState = { status: SignInStatus | 'restoring'; open: boolean }
export type SignInTriggerProps = PartProps<'button', SignInTriggerState>

/** The button. Says what is going on, and goes on from there; while that takes it is `aria-disabled`, and keeps the focus. */
export const SignInTrigger = forwardRef<HTMLButtonElement, SignInTriggerProps>(
  function SignInTrigger(props, ref) {
    const { flow, status: known, isOpen, triggerRef } = useSignInContext()
    const label = useTriggerLabel()
    const status = label === undefined ? 'restoring' : known
    const isPending = /^(restoring|connecting|signing|exchanging)$/.test(status)
    const isOver = status === 'signedIn' || status === 'connected'
    const own = {
      type: 'button',
      children: label,
      'aria-disabled': isPending || undefined,
      'aria-busy': isPending || undefined,
      'aria-haspopup': isOver ? undefined : 'dialog',
      'aria-expanded': isOver ? undefined : isOpen,
      onClick: () => {
        // Takes back what was said when the menu could not be loaded.
        if (isOver) flow.close('trigger')
        else if (status !== 'restoring') void flow.start()
      },
    }
    return renderPart('button', own, props, { status, open: isOpen }, ref, triggerRef)
  },
)
