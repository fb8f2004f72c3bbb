'use client'

import { forwardRef } from 'react'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { hueOf } from './hueOf.ts'
import { useSessionContext } from './useSessionContext.ts'

export type SessionAvatarProps = PartProps<'svg'>

/** A picture derived from the account, drawn without a request. */
export const SessionAvatar = forwardRef<SVGSVGElement, SessionAvatarProps>(
  function SessionAvatar(props, ref) {
    const { account = '' } = useSessionContext()
    const hue = hueOf(account)
    const children = (
      <>
        <path d="M0 0h8v8H0z" fill={`hsl(${hue} 75% 62%)`} />
        <circle cx="2" cy="6.5" r="3.6" fill={`hsl(${hue * 1.3 + 70} 80% 48%)`} />
        <circle cx="6" cy="2.5" r="2.6" fill={`hsl(${hue * 1.7 + 150} 90% 75%)`} />
      </>
    )
    return renderPart('svg', { viewBox: '0 0 8 8', 'aria-hidden': true, children }, props, {}, ref)
  },
)
