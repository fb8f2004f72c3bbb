import type { LogEntry } from '../types/LogEntry.ts'

export interface LogChannel {
  post: (entries: readonly LogEntry[]) => void
  close: () => void
}

export interface LogChannelParameters {
  name: string
  /** What this tab tells one that opens its panel. */
  own: () => readonly LogEntry[]
  onEntries: (entries: readonly LogEntry[]) => void
}

/** Tells other tabs of the origin the events of this one, and asks for theirs. */
export function openLogChannel({ name, own, onEntries }: LogChannelParameters): LogChannel {
  try {
    const channel = new BroadcastChannel(name)
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data === 'hello') channel.postMessage(own())
      else if (Array.isArray(data)) onEntries(data.filter(isEntry))
    }
    channel.postMessage('hello')
    return { post: (entries) => channel.postMessage(entries), close: () => channel.close() }
  } catch {
    // Absent, or forbidden by a policy: this tab's own events are left.
    return { post() {}, close() {} }
  }
}

function isEntry(value: unknown): value is LogEntry {
  const { id, tab, event } = (value ?? {}) as Partial<LogEntry>
  return (
    typeof id === 'string' &&
    typeof tab === 'string' &&
    typeof event?.at === 'number' &&
    typeof event.type === 'string' &&
    typeof event.provider === 'string'
  )
}
