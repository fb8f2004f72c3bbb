import type { LogEntry } from '../types/LogEntry.ts'
import { shorten } from '../words/shorten.ts'

/** The log as it is copied: a line of JSON for each event, with shortened accounts. */
export function toText(entries: readonly LogEntry[]): string {
  return entries
    .map(({ tab, event: { at, account, ...event } }) =>
      JSON.stringify({
        at: new Date(at).toISOString(),
        tab: tab.slice(0, 6),
        account: account && shorten(account),
        ...event,
      }),
    )
    .join('\n')
}
