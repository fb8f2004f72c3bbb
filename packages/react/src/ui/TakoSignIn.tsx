'use client'

import { forwardRef } from 'react'
import { SessionRoot } from '../session/SessionRoot.tsx'
import { SignInRoot, type SignInRootProps } from '../signIn/SignInRoot.tsx'
import { TakoButton, type TakoButtonProps } from './TakoButton.tsx'

export interface TakoSignInProps
  extends Omit<SignInRootProps, 'children' | 'onMount'>,
    TakoButtonProps {}

/**
 * Signs in with a wallet: choose it, connect, sign; then an account menu. Wants `@takokit/react/styles.css`.
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
    const { provider, mode } = props
    return (
      <SignInRoot {...props}>
        <SessionRoot provider={provider} mode={mode}>
          <TakoButton {...props} ref={ref} />
        </SessionRoot>
      </SignInRoot>
    )
  },
)
