'use client'

import type { AuthClient } from '@takokit/core'
import { useAuthClient } from '@takokit/react'
import { Isolated } from './Isolated.tsx'
import { SessionView } from './SessionView.tsx'

export interface SessionTimelineProps {
  /** Default: the client of `<AuthProvider>`. */
  client?: AuthClient | undefined
  /** Default: the client's first. */
  provider?: string | undefined
  /** Default: the account in use. */
  account?: string | undefined
  /** How long tokens live that are issued from now on, in milliseconds, if that is known. */
  lifetimeMs?: number | undefined
}

/**
 * One session over all tabs, in any build: its state, the lifetimes of its tokens, who refreshed them, what it waits for, and
 * why it ended. It shows no token.
 *
 * @example
 * ```tsx
 * import { SessionTimeline } from '@takokit/devtools/panel'
 *
 * export const Status = () => <SessionTimeline provider="tako" />
 * ```
 *
 * @throws {TakoKitError} `config/invalid` outside of `<AuthProvider>` without a `client`.
 */
export function SessionTimeline({ provider, ...props }: SessionTimelineProps) {
  const client = useAuthClient({ client: props.client })
  return (
    <Isolated>
      <SessionView
        {...props}
        client={client}
        provider={provider ?? client.providers[0]?.name ?? ''}
      />
    </Isolated>
  )
}
