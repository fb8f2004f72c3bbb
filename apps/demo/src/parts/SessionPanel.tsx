import type { ProviderName } from '@takokit/core'
import { SessionTimeline } from '@takokit/devtools/panel'
import { useSession } from '@takokit/react'
import { auth } from '../lib/auth.ts'

export interface SessionPanelProps {
  provider: ProviderName
  /** Shown among the facts, in milliseconds. Default: not shown. */
  lifetimeMs?: number | undefined
}

/** The current session, as the devtools show it, and its last failure. */
export function SessionPanel({ provider, lifetimeMs }: SessionPanelProps) {
  const { error } = useSession({ provider })
  return (
    <>
      <SessionTimeline client={auth} provider={provider} lifetimeMs={lifetimeMs} />
      {error && (
        <p className="trouble" role="status">
          {error.message}
        </p>
      )}
    </>
  )
}
