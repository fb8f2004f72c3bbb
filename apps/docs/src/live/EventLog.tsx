import type { AuthClient, AuthEvent } from '@takokit/core'
import { useEffect, useState } from 'react'

/** What the client's `onEvent` hears, the latest first. */
export function EventLog({ client }: { client: AuthClient }) {
  const [events, setEvents] = useState<readonly AuthEvent[]>([])
  useEffect(
    () => client.onEvent((event) => setEvents((before) => [event, ...before].slice(0, 5))),
    [client],
  )
  return (
    <ol className="live-log rp-not-doc" aria-label="Events, the latest first">
      {events.length === 0 && <li>Events of the client are listed here.</li>}
      {events.map((event) => (
        <li key={`${event.at} ${event.type} ${event.gen}`}>
          <time>{new Date(event.at).toLocaleTimeString('en', { hour12: false })}</time>
          <code>{event.type}</code>
          <span>{detailOf(event)}</span>
        </li>
      ))}
    </ol>
  )
}

function detailOf(event: AuthEvent): string {
  switch (event.type) {
    case 'signInFailed':
      return event.code
    case 'refreshDeferred': {
      const waitMs = event.retryAt === undefined ? undefined : event.retryAt - event.at
      return waitMs === undefined
        ? event.code
        : `${event.code}, again in ${Math.max(Math.round(waitMs / 1000), 0)} s`
    }
    case 'tokensRefreshed':
      return `generation ${event.gen}`
    case 'sessionEnded':
      return event.reason
    case 'signedOut':
      return `revoked: ${event.revoked}`
    default:
      return event.provider
  }
}
