'use client'

import { SessionAddress } from '../session/SessionAddress.tsx'
import { SessionAvatar } from '../session/SessionAvatar.tsx'
import { SessionCopyAddress } from '../session/SessionCopyAddress.tsx'
import { SessionMenu } from '../session/SessionMenu.tsx'
import { SessionSignOut } from '../session/SessionSignOut.tsx'
import { SessionStatusText } from '../session/SessionStatusText.tsx'
import { useSessionContext } from '../session/useSessionContext.ts'
import { useStrings } from '../strings/useStrings.ts'
import { formatString } from '../strings/formatString.ts'
import type { EnsProfile } from './useEns.ts'

/** The account menu as the kit draws it. */
export function TakoMenu({ ens }: { ens: EnsProfile | undefined }) {
  const { session, isConnectOnly } = useSessionContext()
  const strings = useStrings()
  return (
    <SessionMenu className="takokit-menu">
      <div className="takokit-who">
        {ens?.avatar ? (
          <img className="takokit-avatar" src={ens.avatar} alt="" />
        ) : (
          <SessionAvatar className="takokit-avatar" />
        )}
        <div>
          <strong>
            {ens?.name ?? <SessionAddress />}
            {!isConnectOnly && (
              <small> {formatString(strings.atProvider, { provider: session.provider })}</small>
            )}
          </strong>
          <SessionStatusText className="takokit-hint" />
        </div>
      </div>
      <SessionCopyAddress className="takokit-row" />
      <SessionSignOut className="takokit-row" />
    </SessionMenu>
  )
}
