'use client'

import { forwardRef } from 'react'
import { useStrings } from '../strings/useStrings.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { useCopy } from '../auth/useCopy.ts'
import { useSessionContext } from './useSessionContext.ts'

export type SessionCopyAddressState = { copied: boolean }
export type SessionCopyAddressProps = PartProps<'button', SessionCopyAddressState>

/** Copies the whole address, and announces it. */
export const SessionCopyAddress = forwardRef<HTMLButtonElement, SessionCopyAddressProps>(
  function SessionCopyAddress(props, ref) {
    const { account = '' } = useSessionContext()
    const strings = useStrings()
    const [isCopied, copy] = useCopy()
    const own = {
      type: 'button',
      children: isCopied ? strings.copied : strings.copyAddress,
      onClick: () => copy(account),
    }
    return renderPart('button', own, props, { copied: isCopied }, ref)
  },
)
