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
import { usePageField } from './usePageField.ts'
import { usePreparedSignIn } from './usePreparedSignIn.ts'
import { useSignInContext } from './useSignInContext.ts'
import { useWalletWindow } from './useWalletWindow.ts'

export type SignInDialogState = { status: SignInStatus; modal: boolean }
export type SignInDialogProps = PartProps<'dialog', SignInDialogState>

/**
 * A native `<dialog>`, modal in every step: above an app's own modal, which it leaves alone. While a wallet draws its window into
 * the page, or somebody types in a field of it, the dialog is not modal, and stands aside: a modal would cover it and make it
 * inert.
 */
export const SignInDialog = forwardRef<HTMLDialogElement, SignInDialogProps>(
  function SignInDialog(props, ref) {
    const { flow, status } = useSignInContext()
    const isOpen = useIsShown()
    const element = useRef<HTMLDialogElement>(null)
    const isAsking = status === 'connecting' || status === 'signing'
    const window = useWalletWindow(element, isOpen, isAsking)
    const field = usePageField(element, isOpen)
    const isModal = !window && !field
    const titleId = useId()
    const hintId = useId()
    const { locale, dir } = useContext(StringsContext)
    useDialog(element, isOpen, { window, field })
    usePreparedSignIn(flow, isOpen)
    const context = useMemo(() => ({ titleId, hintId }), [titleId, hintId])
    if (!isOpen) return null
    const own = {
      'aria-labelledby': titleId,
      'aria-describedby': hasHint(status) ? hintId : undefined,
      lang: locale,
      dir,
      'aria-modal': isModal || undefined,
      tabIndex: -1,
      onCancel: (event: SyntheticEvent) => {
        event.preventDefault()
        flow.close('escape')
      },
      onClick: (event: MouseEvent) => {
        // Only the backdrop is the dialog itself; its content is above. A stray tap must not cancel a wallet's request.
        if (status === 'choosing' && event.target === element.current) flow.close('outside')
      },
    }
    const dialog = renderPart('dialog', own, props, { status, modal: isModal }, ref, element)
    return <SignInDialogContext.Provider value={context}>{dialog}</SignInDialogContext.Provider>
  },
)
