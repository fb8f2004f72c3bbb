'use client'

import { forwardRef } from 'react'
import { useStrings } from '../strings/useStrings.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { useCopy } from '../auth/useCopy.ts'
import { useSignInContext } from './useSignInContext.ts'

export type SignInCopyLinkState = { copied: boolean }
export type SignInCopyLinkProps = PartProps<'button', SignInCopyLinkState>

/** Copies the link that the QR code contains. */
export const SignInCopyLink = forwardRef<HTMLButtonElement, SignInCopyLinkProps>(
  function SignInCopyLink(props, ref) {
    const { uri } = useSignInContext().state
    const strings = useStrings()
    const [isCopied, copy] = useCopy()
    if (!uri) return null
    const own = {
      type: 'button',
      children: isCopied ? strings.copied : strings.copyLink,
      onClick: () => copy(uri),
    }
    return renderPart('button', own, props, { copied: isCopied }, ref)
  },
)
