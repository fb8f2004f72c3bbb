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
    const { flow, status, state, isOpen, triggerRef } = useSignInContext()
    const label = useTriggerLabel()
    // A wallet with a window of its own is asked: this is where help, and the way back, are found.
    const isAway = state.step !== 'idle' && !isOpen
    const isPending = /^(restoring|connecting|signing|exchanging)$/.test(status)
    const isOver = status === 'signedIn' || status === 'connected'
    const own = {
      type: 'button',
      children: label,
      'aria-disabled': (isPending && !isAway) || undefined,
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
