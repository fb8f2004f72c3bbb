'use client'

import { forwardRef, useState } from 'react'
import { formatString } from '../strings/formatString.ts'
import { useStrings } from '../strings/useStrings.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { isMissing, type SignInStatus } from '../flow/SignInStatus.ts'
import { useSignInContext } from './useSignInContext.ts'
import { useTriggerLabel } from './useTriggerLabel.ts'

export type SignInStatusTextState = { status: SignInStatus; quiet: boolean }
export type SignInStatusTextProps = PartProps<'span', SignInStatusTextState>

/**
 * Shows each step of signing in, but not the state at page load. `data-quiet` marks a request refused in the wallet, or a
 * part that could not be loaded. Visible only: `AuthProvider` announces steps to screen readers.
 */
export const SignInStatusText = forwardRef<HTMLSpanElement, SignInStatusTextProps>(
  function SignInStatusText(props, ref) {
    const { status, state } = useSignInContext()
    const label = useTriggerLabel()
    const strings = useStrings()
    const [hasBegun, setHasBegun] = useState(false)
    const isStep = /^(connecting|signing|exchanging)$/.test(status)
    if (isStep && !hasBegun) setHasBegun(true)
    let children = isStep ? label : ''
    if (hasBegun && (status === 'signedIn' || status === 'connected'))
      children = formatString(status === 'connected' ? strings.connectedAs : strings.signedInAs, {
        account: label,
      })
    const isRejected = state.step === 'idle' && state.error?.code === 'wallet/rejected'
    const isQuiet = isRejected || isMissing(state)
    if (isQuiet) children = isRejected ? strings.nothingSigned : strings.notLoaded
    return renderPart('span', { children }, props, { status, quiet: isQuiet }, ref)
  },
)
