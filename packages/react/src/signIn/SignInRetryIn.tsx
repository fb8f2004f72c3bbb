'use client'

import { forwardRef, useContext } from 'react'
import { formatString } from '../strings/formatString.ts'
import { StringsContext } from '../strings/StringsContext.ts'
import { useStrings } from '../strings/useStrings.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { useRetryInSeconds } from './useRetryInSeconds.ts'

export type SignInRetryInProps = PartProps<'p'>

/** Counts down to the next automatic retry of an exchange. */
export const SignInRetryIn = forwardRef<HTMLParagraphElement, SignInRetryInProps>(
  function SignInRetryIn(props, ref) {
    const { locale } = useContext(StringsContext)
    const { retryIn } = useStrings()
    const seconds = useRetryInSeconds()
    if (seconds === undefined) return null
    // Adds the preposition and the case that the language needs.
    const format = new Intl.RelativeTimeFormat(locale, { numeric: 'always' })
    const children = formatString(retryIn, { when: format.format(seconds, 'second') })
    return renderPart('p', { children }, props, {}, ref)
  },
)
