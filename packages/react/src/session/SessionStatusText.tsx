'use client'

import { forwardRef, useContext, useEffect, useRef, useState } from 'react'
import { useAuthContext } from '../auth/useAuthContext.ts'
import { useAuthToken } from '../hooks/useAuthToken.ts'
import { formatString } from '../strings/formatString.ts'
import { StringsContext } from '../strings/StringsContext.ts'
import { useStrings } from '../strings/useStrings.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { tryIntl } from '../utils/tryIntl.ts'
import { useIsPast } from './useIsPast.ts'
import { useSessionContext } from './useSessionContext.ts'

export type SessionStatusTextState = { refresh: string }
export type SessionStatusTextProps = PartProps<'span', SessionStatusTextState>

/** The state of the session as a short text: "Signed in · Renews automatically". */
export const SessionStatusText = forwardRef<HTMLSpanElement, SessionStatusTextProps>(
  function SessionStatusText(props, ref) {
    const { client, provider, isConnectOnly } = useSessionContext()
    const { refreshStatus, expiresAt } = useAuthToken({ client, provider })
    const { locale } = useContext(StringsContext)
    const strings = useStrings()
    const [isBehind, setBehind] = useState(false)
    // A refresh in flight is still late: only success changes that.
    const isStill = refreshStatus === 'retrying' || (isBehind && refreshStatus !== 'idle')
    if (isStill !== isBehind) setBehind(isStill)
    const isLate = isStill && expiresAt !== undefined && !isConnectOnly
    const isOverdue = useIsPast(client, isLate ? expiresAt : undefined)
    const clock = (at: number) =>
      tryIntl(
        () => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at),
        () => new Date(at).toTimeString().slice(0, 5),
      )
    const late = isOverdue
      ? strings.renewalOverdue
      : isLate && formatString(strings.renewalLate, { time: clock(expiresAt) })
    const { say } = useAuthContext()
    const latest = useRef('')
    useEffect(() => {
      latest.current = late || ''
    })
    useEffect(() => {
      if (isLate) say({ text: latest.current })
    }, [isLate, say])
    const children = isConnectOnly
      ? strings.walletConnected
      : late || `${strings.signedIn} · ${strings.renewsItself}`
    const state = { refresh: isLate ? 'late' : 'idle' }
    return renderPart('span', { children }, props, state, ref)
  },
)
