'use client'

import type { ComponentPropsWithoutRef, MouseEvent, ReactNode } from 'react'
import { SessionAddress } from '../session/SessionAddress.tsx'
import { SessionAvatar } from '../session/SessionAvatar.tsx'
import { SessionCopyAddress } from '../session/SessionCopyAddress.tsx'
import { SessionMenu } from '../session/SessionMenu.tsx'
import { SessionSignOut } from '../session/SessionSignOut.tsx'
import { SessionStatusText } from '../session/SessionStatusText.tsx'
import { useSessionContext } from '../session/useSessionContext.ts'
import { useStrings } from '../strings/useStrings.ts'
import { formatString } from '../strings/formatString.ts'
import { adoptLateStyles } from '../styles/adoptLateStyles.ts'
import { lateText } from '../styles/lateRules.ts'
import { CopyIcon, LeaveIcon } from './icons.tsx'
import type { EnsProfile } from './useEns.ts'

type ButtonProps = ComponentPropsWithoutRef<'button'>

function withIcon(icon: ReactNode) {
  return ({ children, ...props }: ButtonProps) => (
    <button {...props}>
      {icon}
      {children}
    </button>
  )
}

const drawMore = (menu: Element | null) => adoptLateStyles(menu, lateText)

/** A press in the menu is none of the link or card that its button is in. */
const keepHere = (event: MouseEvent) => {
  event.preventDefault()
  event.stopPropagation()
}

/** The account menu in the kit's style. */
export function TakoMenu({ ens }: { ens: EnsProfile | undefined }) {
  const { session, isConnectOnly } = useSessionContext()
  const strings = useStrings()
  const called = strings.providers?.[session.provider] ?? session.provider
  return (
    <SessionMenu className="takokit-menu" ref={drawMore} onClick={keepHere}>
      <div className="takokit-who">
        {ens?.avatar ? (
          <img className="takokit-avatar" src={ens.avatar} alt="" referrerPolicy="no-referrer" />
        ) : (
          <SessionAvatar className="takokit-avatar" />
        )}
        <div>
          <strong>
            {ens?.name ? <bdi title={ens.name}>{ens.name}</bdi> : <SessionAddress />}
            {!isConnectOnly && (
              <small> {formatString(strings.atProvider, { provider: called })}</small>
            )}
          </strong>
          <SessionStatusText className="takokit-hint" />
        </div>
      </div>
      <SessionCopyAddress className="takokit-row" render={withIcon(<CopyIcon />)} />
      <SessionSignOut className="takokit-row" render={withIcon(<LeaveIcon />)} />
    </SessionMenu>
  )
}
