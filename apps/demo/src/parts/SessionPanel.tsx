import type { ProviderName } from '@takokit/core'
import { SessionTimeline } from '@takokit/devtools/panel'
import { auth } from '../lib/auth.ts'
import { useLifetimes } from '../lib/lifetimes.ts'

/** The current session, as the devtools show it. */
export function SessionPanel({ provider }: { provider: ProviderName }) {
  return <SessionTimeline client={auth} provider={provider} lifetimeMs={useLifetimes()[provider]} />
}
