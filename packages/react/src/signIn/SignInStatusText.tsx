'use client'

import { forwardRef, useState } from 'react'
import { formatString } from '../strings/formatString.ts'
import { useStartStrings } from '../strings/useStartStrings.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import type { SignInStatus } from '../flow/SignInStatus.ts'
import { isMissing } from './isMissing.ts'
import { useSignInContext } from './useSignInContext.ts'
import { useTriggerLabel } from './useTriggerLabel.ts'

export type SignInStatusTextState = { status: SignInStatus; quiet: boolean }
export type SignInStatusTextProps = PartProps<'span', SignInStatusTextState>

/**
 * Tells a screen reader, politely, each step of signing in; nothing of what was so when the page loaded. `data-quiet` marks
 * what is to be seen too: that a request was closed in the wallet, or that what should open could not be loaded.
 */
export const SignInStatusText = forwardRef<HTMLSpanElement, SignInStatusTextProps>(
  function SignInStatusText(props, ref) {
    const { status, state } = useSignInContext()
    const label = useTriggerLabel() ?? ''
    const strings = useStartStrings()
    const [hasBegun, setHasBegun] = useState(false)
    const isStep = /^(connecting|signing|exchanging)$/.test(status)
    if (isStep && !hasBegun) setHasBegun(true)
    let children = isStep ? label : ''
    if (strings && hasBegun && (status === 'signedIn' || status === 'connected'))
      children = formatString(status === 'connected' ? strings.connectedAs : strings.signedInAs, {
        account: label,
      })
    const isRejected = state.step === 'idle' && state.error?.code === 'wallet/rejected'
    const isQuiet = isRejected || isMissing(state)
    if (strings && isQuiet) children = isRejected ? strings.nothingSigned : strings.notLoaded
    return renderPart('span', { role: 'status', children }, props, { status, quiet: isQuiet }, ref)
  },
)
