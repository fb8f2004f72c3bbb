'use client'

import { forwardRef } from 'react'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { avatarShapes } from './avatarShapes.ts'
import { useSessionContext } from './useSessionContext.ts'

export type SessionAvatarProps = PartProps<'svg'>

/** A picture that follows from the account, drawn without a request. */
export const SessionAvatar = forwardRef<SVGSVGElement, SessionAvatarProps>(
  function SessionAvatar(props, ref) {
    const { account = '' } = useSessionContext()
    const [ground, ...dots] = avatarShapes(account)
    const children = (
      <>
        <rect width="8" height="8" fill={ground} />
        {dots.map((fill, at) => (
          <circle key={at} cx={at * 4 + 2} cy={6 - at * 3} r={3.4 - at} fill={fill} />
        ))}
      </>
    )
    return renderPart('svg', { viewBox: '0 0 8 8', 'aria-hidden': true, children }, props, {}, ref)
  },
)
