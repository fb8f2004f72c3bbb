'use client'

import type { ProviderName } from '@takokit/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useAuthContext } from '../auth/useAuthContext.ts'
import { createFlow } from '../flow/createFlow.ts'
import type { FlowOptions, SignInMode } from '../flow/Flow.ts'
import type { OpenChangeReason } from '../flow/FlowState.ts'
import type { LocaleOption } from '../strings/Locale.ts'
import type { StringOverrides } from '../strings/Strings.ts'
import { StringsProvider } from '../strings/StringsProvider.tsx'
import { SignInScope, type SignInState } from './SignInScope.tsx'

export interface SignInRootProps {
  /** The provider to sign in to. Default: the client's first. */
  provider?: ProviderName | undefined
  /** `connect` stops when the wallet is connected. */
  mode?: SignInMode | undefined
  /** Whether the dialog is open, if you control it. */
  open?: boolean | undefined
  /** Whether it is open initially, if you do not control it. */
  defaultOpen?: boolean | undefined
  /** Called when the dialog opens or closes, with the reason. */
  onOpenChange?: ((open: boolean, reason: OpenChangeReason) => void) | undefined
  /** How long a wallet may take before help is offered, in milliseconds. Default: 20 s. */
  helpAfterMs?: number | undefined
  locale?: LocaleOption | undefined
  strings?: StringOverrides | undefined
  /** The parts, or a function of the state that returns them. */
  children?: ReactNode | ((state: SignInState) => ReactNode)
}

/**
 * Holds the state of one sign-in control and renders nothing itself.
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
      // A pending wallet request continues, and so does what the page's dialog shows.
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
