import type { ProviderName } from '@takokit/core'
import { SessionTimeline } from '@takokit/devtools/panel'
import { useSession } from '@takokit/react'
import { auth } from '../lib/auth.ts'
import { useLifetimes } from '../lib/lifetimes.ts'

/** The current session, as the devtools show it, and its last failure. */
export function SessionPanel({ provider }: { provider: ProviderName }) {
  const { error } = useSession({ provider })
  return (
    <>
      <SessionTimeline client={auth} provider={provider} lifetimeMs={useLifetimes()[provider]} />
      {error && (
        <p className="trouble" role="status">
          {error.message}
        </p>
      )}
    </>
  )
}
