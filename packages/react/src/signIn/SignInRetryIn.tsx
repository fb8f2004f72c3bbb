'use client'

import { forwardRef, useContext } from 'react'
import { formatString } from '../strings/formatString.ts'
import { StringsContext } from '../strings/StringsContext.ts'
import { useStrings } from '../strings/useStrings.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { tryIntl } from '../utils/tryIntl.ts'
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
    const when = tryIntl(
      () => new Intl.RelativeTimeFormat(locale, { numeric: 'always' }).format(seconds, 'second'),
      () => `${seconds} s`,
    )
    const children = formatString(retryIn, { when })
    return renderPart('p', { children }, props, {}, ref)
  },
)
