'use client'

import { forwardRef } from 'react'
import { useStartStrings } from '../strings/useStartStrings.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { isQuiet } from './isQuiet.ts'
import { useSignInContext } from './useSignInContext.ts'

export type SignInNoteProps = PartProps<'span'>

/** A quiet line after a request was closed in the wallet. `SignIn.Status` says it to screen readers. */
export const SignInNote = forwardRef<HTMLSpanElement, SignInNoteProps>(
  function SignInNote(props, ref) {
    const { state } = useSignInContext()
    const strings = useStartStrings()
    if (!strings || !isQuiet(state)) return null
    const own = { 'aria-hidden': true, children: strings.nothingSigned }
    return renderPart('span', own, props, {}, ref)
  },
)
