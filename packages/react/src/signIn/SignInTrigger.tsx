'use client'

import { forwardRef, useEffect, useRef } from 'react'
import type { SignInStatus } from '../flow/SignInStatus.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { useSignInContext } from './useSignInContext.ts'
import { useTriggerLabel } from './useTriggerLabel.ts'

export type SignInTriggerState = { status: SignInStatus | 'restoring'; open: boolean }
export type SignInTriggerProps = PartProps<'button', SignInTriggerState>

/** The button. Shows the current step and continues from there. While busy, it is `aria-disabled` and keeps the focus. */
export const SignInTrigger = forwardRef<HTMLButtonElement, SignInTriggerProps>(
  function SignInTrigger(props, ref) {
    const { flow, status, state, isOpen, triggerRef } = useSignInContext()
    const label = useTriggerLabel()
    // The wallet shows its own window, so help and the way back are here.
    const isAway = state.step !== 'idle' && !isOpen
    const isPending = /^(connecting|signing|exchanging|restoring)$/.test(status)
    const isOver = status === 'signedIn' || status === 'connected'
    const isRestoring = status === 'restoring'
    // A click made too early counts once it is known that nobody is signed in.
    const isClicked = useRef(false)
    useEffect(() => {
      if (isRestoring || !isClicked.current) return
      isClicked.current = false
      if (!isOver) void flow.start()
    })
    const own = {
      type: 'button',
      children: label,
      'aria-disabled': (isPending && !isAway) || undefined,
      'aria-busy': isPending || undefined,
      'aria-haspopup': isOver ? undefined : 'dialog',
      'aria-expanded': isOver ? undefined : isOpen,
      onClick: () => {
        // Resets the failure of the menu to load.
        if (isOver) flow.close('trigger')
        else if (isRestoring) isClicked.current = true
        else void flow.start()
      },
    }
    return renderPart('button', own, props, { status, open: isOpen }, ref, triggerRef)
  },
)
