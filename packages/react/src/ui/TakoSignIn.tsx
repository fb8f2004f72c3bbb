'use client'

import { forwardRef, useEffect, useRef } from 'react'
import { useAuthContext } from '../auth/useAuthContext.ts'
import { SessionRoot } from '../session/SessionRoot.tsx'
import type { SignInRootProps } from '../signIn/SignInRoot.tsx'
import { SignInScope } from '../signIn/SignInScope.tsx'
import { StringsProvider } from '../strings/StringsProvider.tsx'
import { TakoButton, type TakoButtonProps } from './TakoButton.tsx'

export interface TakoSignInProps
  extends Omit<SignInRootProps, 'children'>,
    Omit<TakoButtonProps, 'helpAfterMs' | 'onOpenChange'> {}

/**
 * Signs in with a wallet: choose it, connect, sign; then an account menu. Needs `@takokit/react/styles.css`. All of them on a
 * page share one dialog, which `AuthProvider` mounts.
 *
 * @example
 * ```tsx
 * import { TakoSignIn } from '@takokit/react'
 * import '@takokit/react/styles.css'
 *
 * export const Header = () => <TakoSignIn size="sm" theme="dark" />
 * ```
 */
export const TakoSignIn = forwardRef<HTMLButtonElement, TakoSignInProps>(
  function TakoSignIn(props, ref) {
    const { provider, mode = 'connect-and-sign', open, defaultOpen, locale, strings } = props
    const flow = useAuthContext().dialog.flowOf(provider, mode)
    const triggerRef = useRef<HTMLElement>(null)
    useEffect(() => {
      if (defaultOpen) flow.choose('prop')
    }, [flow, defaultOpen])
    return (
      <StringsProvider locale={locale} strings={strings}>
        <SignInScope {...{ flow, provider, mode, open, triggerRef }} isHosted>
          <SessionRoot provider={provider} mode={mode}>
            <TakoButton {...props} ref={ref} />
          </SessionRoot>
        </SignInScope>
      </StringsProvider>
    )
  },
)
