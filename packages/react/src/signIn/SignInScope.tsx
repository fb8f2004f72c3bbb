'use client'

import { type ReactNode, type RefObject, useEffect, useSyncExternalStore } from 'react'
import { useAuthContext } from '../auth/useAuthContext.ts'
import type { FlowOptions, Flow } from '../flow/Flow.ts'
import { toSignInStatus } from '../flow/SignInStatus.ts'
import { useSession } from '../hooks/useSession.ts'
import { useWallet } from '../wagmi/useWallet.ts'
import { SignInContext, type SignInContextValue } from './SignInContext.ts'

export interface SignInScopeProps extends Pick<FlowOptions, 'provider' | 'mode'> {
  flow: Flow
  /** Whether the dialog is open, if it is controlled. */
  open?: boolean | undefined
  /** Whether the page's dialog shows it. */
  isHosted: boolean
  triggerRef: RefObject<HTMLElement | null>
  children?: ReactNode | ((state: SignInState) => ReactNode)
}

/** The state that a function below `SignIn.Root` receives. */
export type SignInState = Omit<SignInContextValue, 'triggerRef' | 'isHosted'>

/** Provides the state of an attempt to the parts below. */
export function SignInScope(props: SignInScopeProps) {
  const { flow, provider, mode, open, isHosted, triggerRef, children } = props
  const session = useSession({ provider })
  const wallet = useWallet(useAuthContext().wallet, !isHosted || mode === 'connect')
  const state = useSyncExternalStore(flow.subscribe, flow.getSnapshot, flow.getSnapshot)
  const status = toSignInStatus(state, session, wallet, mode)

  // Signed in elsewhere: there is nothing left to choose.
  const isOver = status === 'signedIn' || status === 'connected'
  useEffect(() => {
    if (isOver) flow.close('signed-in')
  }, [isOver, flow])

  const isIdle = state.step === 'idle'
  useEffect(() => {
    if (open && isIdle && !isOver) flow.choose('prop')
    if (open === false) flow.close('prop')
  }, [open, isIdle, isOver, flow])

  const isOpen = open ?? state.isOpen
  const shown = { flow, state, status, session, wallet, mode, isOpen }
  return (
    <SignInContext.Provider value={{ ...shown, triggerRef, isHosted }}>
      {typeof children === 'function' ? children(shown) : children}
    </SignInContext.Provider>
  )
}
