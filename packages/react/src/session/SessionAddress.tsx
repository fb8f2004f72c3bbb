'use client'

import { forwardRef } from 'react'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { shortAddress } from '../utils/shortAddress.ts'
import { useSessionContext } from './useSessionContext.ts'

export type SessionAddressProps = PartProps<'span'>

/** The short address, or the account's name. Always left to right. */
export const SessionAddress = forwardRef<HTMLSpanElement, SessionAddressProps>(
  function SessionAddress(props, ref) {
    const { account = '' } = useSessionContext()
    return renderPart('span', { dir: 'ltr', children: shortAddress(account) }, props, {}, ref)
  },
)
