'use client'

import { forwardRef, useState } from 'react'
import { formatString } from '../strings/formatString.ts'
import { useStartStrings } from '../strings/useStartStrings.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { isQuiet } from './isQuiet.ts'
import { useSignInContext } from './useSignInContext.ts'
import { useTriggerLabel } from './useTriggerLabel.ts'

export type SignInStatusTextProps = PartProps<'span'>

/** Tells a screen reader, politely, each step of signing in; nothing of what was so when the page loaded. */
export const SignInStatusText = forwardRef<HTMLSpanElement, SignInStatusTextProps>(
  function SignInStatusText(props, ref) {
    const { status, state } = useSignInContext()
    const label = useTriggerLabel() ?? ''
    const strings = useStartStrings()
    const [hasBegun, setHasBegun] = useState(false)
    const isStep = /^(connecting|signing|exchanging)$/.test(status)
    if (isStep && !hasBegun) setHasBegun(true)
    let children = isStep ? label : ''
    if (strings && isQuiet(state)) children = strings.nothingSigned
    if (strings && hasBegun && (status === 'signedIn' || status === 'connected'))
      children = formatString(strings.signedInAs, { account: label })
    return renderPart('span', { role: 'status', children }, props, { status }, ref)
  },
)
