'use client'

import type { AuthClient } from '@takokit/core'
import { useAuthClient } from '@takokit/react'
import { Isolated } from './Isolated.tsx'
import { LogView } from './LogView.tsx'

export interface EventLogProps {
  /** Default: the client of `<AuthProvider>`. */
  client?: AuthClient | undefined
  /** Default: all of the client's. */
  provider?: string | undefined
}

/**
 * The events of all tabs, newest first, in any build, with a filter and a button that copies them for a report. They contain no
 * token, and accounts are shortened.
 *
 * @example
 * ```tsx
 * import { EventLog } from '@takokit/devtools/panel'
 *
 * export const History = () => <EventLog provider="tako" />
 * ```
 *
 * @throws {TakoKitError} `config/invalid` outside of `<AuthProvider>` without a `client`.
 */
export function EventLog({ provider, ...props }: EventLogProps) {
  const client = useAuthClient({ client: props.client })
  return (
    <Isolated>
      <LogView client={client} provider={provider} />
    </Isolated>
  )
}
