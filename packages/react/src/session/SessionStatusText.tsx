'use client'

import { forwardRef, useContext } from 'react'
import { useAuthToken } from '../hooks/useAuthToken.ts'
import { formatString } from '../strings/formatString.ts'
import { StringsContext } from '../strings/StringsContext.ts'
import { useStrings } from '../strings/useStrings.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { useSessionContext } from './useSessionContext.ts'

export type SessionStatusTextState = { refresh: string }
export type SessionStatusTextProps = PartProps<'span', SessionStatusTextState>

/** The state of the session in a few words: "Signed in · Renews by itself". */
export const SessionStatusText = forwardRef<HTMLSpanElement, SessionStatusTextProps>(
  function SessionStatusText(props, ref) {
    const { client, provider, isConnectOnly } = useSessionContext()
    const { refreshStatus, expiresAt } = useAuthToken({ client, provider })
    const { locale } = useContext(StringsContext)
    const strings = useStrings()
    const isLate = refreshStatus === 'retrying' && expiresAt !== undefined
    const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
    const renewal = isLate
      ? formatString(strings.renewalLate, { time: time.format(expiresAt) })
      : strings.renewsItself
    const children = isConnectOnly ? strings.walletConnected : `${strings.signedIn} · ${renewal}`
    const state = { refresh: isLate ? 'late' : 'idle' }
    return renderPart('span', { children }, props, state, ref)
  },
)
