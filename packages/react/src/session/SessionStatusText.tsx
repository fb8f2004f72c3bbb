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
    /** The `expiresAt` of tokens that could not be renewed. Only new tokens change that: no other try, and no pause. */
    const [late, setLate] = useState<number>()
    if (refreshStatus === 'retrying' && late !== expiresAt) setLate(expiresAt)
    const isLate = late !== undefined && late === expiresAt && !isConnectOnly
    const isOverdue = useIsPast(client, isLate ? late : undefined)
    const clock = (at: number) =>
      tryIntl(
        () => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at),
        () => new Date(at).toTimeString().slice(0, 5),
      )
    const lateText = isOverdue
      ? strings.renewalOverdue
      : isLate && formatString(strings.renewalLate, { time: clock(late) })
    const { say } = useAuthContext()
    const latest = useRef('')
    useEffect(() => {
      latest.current = lateText || ''
    })
    useEffect(() => {
      if (isLate) say({ text: latest.current })
    }, [isLate, say])
    const children = isConnectOnly
      ? strings.walletConnected
      : lateText || `${strings.signedIn} · ${strings.renewsItself}`
    const state = { refresh: isLate ? 'late' : 'idle' }
    return renderPart('span', { children }, props, state, ref)
  },
)
