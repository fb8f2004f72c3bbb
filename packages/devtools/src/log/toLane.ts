import type { SessionSnapshot } from '@takokit/core'
import type { LogEntry } from '../types/LogEntry.ts'
import type { Lane } from './Lane.ts'

export interface ToLaneParameters {
  /** Those of the session, of all tabs, oldest first. */
  entries: readonly LogEntry[]
  snapshot: SessionSnapshot
  tabId: string
}

interface Fetched {
  at: number
  by: string | undefined
  expiresAt: number | undefined
}

/** Makes of the events of all tabs what the timeline of a session draws. */
export function toLane({ entries, snapshot, tabId }: ToLaneParameters): Lane {
  const isSignedIn = snapshot.status === 'signedIn'
  const fetched = readFetched(entries, snapshot)
  const at = (type: LogEntry['event']['type']) =>
    entries.filter(({ event }) => event.type === type).map(({ event }) => event.at)
  const ends = at('sessionEnded')
  const lastAt = fetched.at(-1)?.at ?? 0
  const deferred = entries.flatMap(({ event }) => (event.type === 'refreshDeferred' ? [event] : []))
  const failed = deferred.filter((event) => event.at >= lastAt)
  const code = failed.at(-1)?.code
  return {
    bars: fetched.map(({ at: from, by, expiresAt }, index) => ({
      from,
      isOwn: by === tabId,
      until: Math.min(
        fetched[index + 1]?.at ?? Number.POSITIVE_INFINITY,
        ends.find((end) => end >= from) ?? Number.POSITIVE_INFINITY,
        expiresAt ?? (isSignedIn ? (snapshot.expiresAt ?? from) : from),
      ),
    })),
    waits: deferred.flatMap(({ at: from, retryAt }) => {
      if (retryAt === undefined) return []
      const next = fetched.find((one) => one.at >= from)?.at ?? Number.POSITIVE_INFINITY
      return [{ from, until: Math.min(retryAt, next) }]
    }),
    attempts: at('refreshStarted'),
    troubles: deferred.map((event) => event.at),
    ends,
    failures: isSignedIn && code ? { count: failed.length, code } : undefined,
  }
}

/** When each pair of tokens was fetched, and by which tab: tabs tell of the same pair one after another. */
function readFetched(entries: readonly LogEntry[], snapshot: SessionSnapshot): Fetched[] {
  const pairs = new Map<string, Fetched>()
  const note = (key: string, { at, by, expiresAt }: Fetched) => {
    const known = pairs.get(key)
    pairs.set(key, {
      at: known?.at ?? at,
      by: known?.by ?? by,
      expiresAt: known?.expiresAt ?? expiresAt,
    })
  }
  for (const { event, tab } of entries) {
    const { at } = event
    const key = `${event.account}:${event.gen}`
    if (event.type === 'restored') note(key, { at, by: undefined, expiresAt: undefined })
    if (event.type === 'sessionStarted') note(key, { at, by: tab, expiresAt: undefined })
    if (event.type === 'tokensRefreshed')
      note(key, { at, by: event.isOwn ? tab : event.by, expiresAt: event.expiresAt })
  }
  const { status, account, gen, refreshedAt, startedAt, refreshedBy, expiresAt } = snapshot
  const at = refreshedAt ?? startedAt
  // The panel may have been opened later than that.
  if (status === 'signedIn' && at !== undefined)
    note(`${account}:${gen}`, { at, by: refreshedBy, expiresAt })
  return [...pairs.values()].sort((one, other) => one.at - other.at)
}
