'use client'

import { forwardRef } from 'react'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { useSessionContext } from './useSessionContext.ts'

export type SessionTriggerState = { open: boolean }
export type SessionTriggerProps = PartProps<'button', SessionTriggerState>

/** The button of the account menu. Does nothing by itself while signed out. */
export const SessionTrigger = forwardRef<HTMLButtonElement, SessionTriggerProps>(
  function SessionTrigger(props, ref) {
    const { account, isOpen, setOpen, menuId, triggerRef } = useSessionContext()
    const own = account
      ? {
          type: 'button',
          'aria-haspopup': 'dialog',
          'aria-expanded': isOpen,
          'aria-controls': isOpen ? menuId : undefined,
          onClick: () => setOpen(!isOpen, 'trigger'),
        }
      : { type: 'button' }
    return renderPart('button', own, props, { open: isOpen }, ref, triggerRef)
  },
)
