// Server-sent events over `authFetch`. `EventSource` cannot send a header, and a token in its URL would be logged.
import { type AuthClient, authFetch } from '@takokit/core'
import { type ReconnectOptions, reconnect, refusal } from './reconnect.ts'

export interface StreamEvent {
  type: string
  data: string
  lastEventId: string
}

/** Reconnects with a fresh token and `Last-Event-ID`. As with `EventSource`, a 4xx answer is final. */
export function followEvents(
  auth: AuthClient,
  {
    url,
    onEvent,
    ...options
  }: ReconnectOptions & { url: string; onEvent: (event: StreamEvent) => void },
): Promise<void> {
  let lastEventId = ''
  return reconnect(auth, {
    ...options,
    async connect(signal) {
      const headers = new Headers({ accept: 'text/event-stream' })
      if (lastEventId) headers.set('last-event-id', lastEventId)
      const response = await authFetch(auth, url, { headers, cache: 'no-store', signal })
      if (!response.ok || !response.body) {
        response.body?.cancel().catch(() => {})
        const { status } = response
        if (status >= 400 && status < 500 && status !== 408 && status !== 429) throw refusal()
        throw new Error(`The stream answered with ${status}.`)
      }
      const take = createLineReader(lastEventId, (event) => {
        lastEventId = event.lastEventId
        if (event.data !== '' && !signal.aborted) onEvent(event)
      })
      // A stream that breaks off was accepted: only its connection is lost.
      await readLines(response.body, take).catch(() => {})
    },
  })
}

async function readLines(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onLine: (line: string) => void,
): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    // A CR at the end of a chunk may be half of a CRLF.
    const lines = (rest + read.value).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    lines.forEach(onLine)
  }
}

/** HTML, "Interpreting an event stream". */
function createLineReader(startId: string, onEvent: (event: StreamEvent) => void) {
  let lastEventId = startId
  let type = ''
  let data: string[] = []
  return (line: string) => {
    if (line === '') {
      onEvent({ type: type || 'message', data: data.join('\n'), lastEventId })
      type = ''
      data = []
      return
    }
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? []
    if (field === 'data') data.push(value)
    if (field === 'event') type = value
    if (field === 'id' && !value.includes('\0')) lastEventId = value
  }
}
