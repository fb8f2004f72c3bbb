'use client'

import {
  forwardRef,
  type MouseEvent,
  type SyntheticEvent,
  useContext,
  useId,
  useMemo,
  useRef,
} from 'react'
import type { SignInStatus } from '../flow/SignInStatus.ts'
import { StringsContext } from '../strings/StringsContext.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { hasHint } from './hasHint.ts'
import { SignInDialogContext } from './SignInDialogContext.ts'
import { useDialog } from './useDialog.ts'
import { useIsShown } from './useIsShown.ts'
import { useSignInContext } from './useSignInContext.ts'

export type SignInDialogState = { status: SignInStatus; modal: boolean }
export type SignInDialogProps = PartProps<'dialog', SignInDialogState>

/**
 * A native `<dialog>`. Modal while a wallet is chosen; while one is asked it is not, since a modal makes the rest of the page
 * inert, and some wallets draw their window there.
 */
export const SignInDialog = forwardRef<HTMLDialogElement, SignInDialogProps>(
  function SignInDialog(props, ref) {
    const { flow, status, state } = useSignInContext()
    const isOpen = useIsShown()
    const element = useRef<HTMLDialogElement>(null)
    const isModal = state.step === 'choosing'
    const titleId = useId()
    const hintId = useId()
    const { locale, dir } = useContext(StringsContext)
    useDialog(element, isOpen, isModal)
    const context = useMemo(() => ({ titleId, hintId }), [titleId, hintId])
    if (!isOpen) return null
    const own = {
      // Shown above everything, without making anything inert.
      popover: isModal ? undefined : 'manual',
      'aria-labelledby': titleId,
      'aria-describedby': hasHint(status) ? hintId : undefined,
      lang: locale,
      dir,
      tabIndex: -1,
      onCancel: (event: SyntheticEvent) => {
        event.preventDefault()
        flow.close('escape')
      },
      onClick: (event: MouseEvent) => {
        // The backdrop belongs to the dialog; its content lies above.
        if (isModal && event.target === element.current) flow.close('outside')
      },
    }
    const dialog = renderPart('dialog', own, props, { status, modal: isModal }, ref, element)
    return <SignInDialogContext.Provider value={context}>{dialog}</SignInDialogContext.Provider>
  },
)
