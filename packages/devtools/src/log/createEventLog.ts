import type { AuthClient } from '@takokit/core'
import type { EventLog } from '../types/EventLog.ts'
import type { LogEntry } from '../types/LogEntry.ts'
import { type LogChannel, openLogChannel } from './openLogChannel.ts'
import { redactEvent } from './redactEvent.ts'

const maxEntries = 300

/** Collects the events of a client from now on, and of the same client in other tabs while there is a listener. */
export function createEventLog(client: AuthClient): EventLog {
  const { tabId } = client
  const listeners = new Set<() => void>()
  let entries: readonly LogEntry[] = []
  let count = 0
  let channel: LogChannel | undefined

  function add(added: readonly LogEntry[]): void {
    const known = new Set(entries.map(({ id }) => id))
    const fresh = added.filter(({ id }) => !known.has(id))
    if (fresh.length === 0) return
    entries = [...entries, ...fresh].sort((a, b) => a.event.at - b.event.at).slice(-maxEntries)
    for (const listener of listeners) listener()
  }

  client.onEvent((event) => {
    const entry = { id: `${tabId}:${count++}`, tab: tabId, event: redactEvent(event) }
    add([entry])
    channel?.post([entry])
  })
  return {
    entries: () => entries,
    subscribe(listener) {
      listeners.add(listener)
      channel ??= openLogChannel({
        name: `takokit:devtools:${client['~engine'].namespace}`,
        own: () => entries.filter(({ tab }) => tab === tabId),
        onEntries: add,
      })
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        channel?.close()
        channel = undefined
      }
    },
  }
}
