'use client'

import type { ProviderName } from '@takokit/core'
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useAuthContext } from '../auth/useAuthContext.ts'
import { createFlow, type Flow, type FlowOptions, type SignInMode } from '../flow/createFlow.ts'
import type { OpenChangeReason } from '../flow/FlowState.ts'
import { toSignInStatus } from '../flow/SignInStatus.ts'
import { useSession } from '../hooks/useSession.ts'
import type { LocaleOption } from '../strings/Locale.ts'
import type { StringOverrides } from '../strings/Strings.ts'
import { StringsProvider } from '../strings/StringsProvider.tsx'
import { useWallet } from '../wagmi/useWallet.ts'
import { SignInContext, type SignInContextValue } from './SignInContext.ts'

export interface SignInRootProps {
  /** Whom to sign in to: the client's first provider by default. */
  provider?: ProviderName | undefined
  /** `connect` stops when the wallet is connected. */
  mode?: SignInMode | undefined
  /** Whether the dialog is open, where you control it. */
  open?: boolean | undefined
  /** Whether it is open at first, where you do not. */
  defaultOpen?: boolean | undefined
  /** Hears when the dialog opens or closes, and why. */
  onOpenChange?: ((open: boolean, reason: OpenChangeReason) => void) | undefined
  /** How long a wallet may be silent before help is offered, milliseconds: 20 s by default. */
  helpAfterMs?: number | undefined
  locale?: LocaleOption | undefined
  strings?: StringOverrides | undefined
  children?: ReactNode | ((state: Omit<SignInContextValue, 'triggerRef'>) => ReactNode)
  /** Hears of the flow once it is there. */
  onMount?: ((flow: Flow) => void) | undefined
}

/**
 * Holds the state of one sign-in control and draws nothing itself.
 *
 * @example
 * ```tsx
 * import { SignIn } from '@takokit/react'
 *
 * export const Plain = () => (
 *   <SignIn.Root>
 *     <SignIn.Trigger className="button" />
 *     <SignIn.Status />
 *     <SignIn.Dialog className="dialog">
 *       <SignIn.Title />
 *       <SignIn.WalletList />
 *       <SignIn.MessagePreview />
 *       <SignIn.Error />
 *       <SignIn.Cancel />
 *     </SignIn.Dialog>
 *   </SignIn.Root>
 * )
 * ```
 */
export function SignInRoot(props: SignInRootProps) {
  const {
    provider,
    mode = 'connect-and-sign',
    open,
    defaultOpen,
    locale,
    strings,
    children,
  } = props
  const { client, wallet: store, flows } = useAuthContext()
  const session = useSession({ provider })
  const wallet = useWallet(store)
  const triggerRef = useRef<HTMLElement>(null)

  const options: FlowOptions = {
    client,
    wallet: store,
    provider,
    mode,
    helpAfterMs: props.helpAfterMs ?? 20_000,
    onOpenChange: props.onOpenChange,
  }
  const [flow] = useState(() => createFlow(options))
  useEffect(() => flow.setOptions(options))
  const state = useSyncExternalStore(flow.subscribe, flow.getSnapshot, flow.getSnapshot)
  const status = toSignInStatus(state, session, wallet, mode)

  const { onMount } = props
  useEffect(() => {
    flows.add(flow)
    onMount?.(flow)
    if (defaultOpen) flow.choose('prop')
    return () => {
      flows.delete(flow)
      flow.close('prop')
    }
  }, [flow, flows, onMount, defaultOpen])

  // Signed in from elsewhere: there is nothing left to choose.
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
    <StringsProvider locale={locale} strings={strings}>
      <SignInContext.Provider value={{ ...shown, triggerRef }}>
        {typeof children === 'function' ? children(shown) : children}
      </SignInContext.Provider>
    </StringsProvider>
  )
}
