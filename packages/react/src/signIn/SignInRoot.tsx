'use client'

import type { ProviderName } from '@takokit/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useAuthContext } from '../auth/useAuthContext.ts'
import { createFlow, type FlowOptions, type SignInMode } from '../flow/createFlow.ts'
import type { OpenChangeReason } from '../flow/FlowState.ts'
import type { LocaleOption } from '../strings/Locale.ts'
import type { StringOverrides } from '../strings/Strings.ts'
import { StringsProvider } from '../strings/StringsProvider.tsx'
import { SignInScope, type SignInState } from './SignInScope.tsx'

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
  children?: ReactNode | ((state: SignInState) => ReactNode)
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
  const { provider, mode = 'connect-and-sign', defaultOpen, locale, strings } = props
  const { client, wallet, dialog, headless } = useAuthContext()
  const triggerRef = useRef<HTMLElement>(null)
  const options: FlowOptions = {
    client,
    wallet,
    provider,
    mode,
    helpAfterMs: props.helpAfterMs ?? 20_000,
    onOpenChange: props.onOpenChange,
  }
  const [flow] = useState(() => createFlow(options))
  useEffect(() => flow.setOptions(options))

  useEffect(() => {
    headless.set(flow, triggerRef)
    if (defaultOpen) flow.choose('prop')
    return () => {
      headless.delete(flow)
      // What was asked of a wallet goes on, and so does what the page shows.
      const isAsking = /^(connecting|signing)$/.test(flow.getSnapshot().step)
      if (!isAsking && dialog.getShown() !== flow) flow.close('prop')
    }
  }, [flow, headless, dialog, defaultOpen])

  return (
    <StringsProvider locale={locale} strings={strings}>
      <SignInScope
        {...props}
        {...{ flow, mode, triggerRef }}
        isHosted={false}
        provider={provider}
      />
    </StringsProvider>
  )
}
