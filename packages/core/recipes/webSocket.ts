// A WebSocket that reconnects with a fresh token. Browsers cannot give it a header, and URLs are logged, so the token is the first
// message. The server answers it with {"type":"ready"}, and closes with 4401 if it refuses the token or the token has expired.
import { type AuthClient, getAuthToken, refreshSession } from '@takokit/core'
import { type ReconnectOptions, reconnect, refusal } from './reconnect.ts'

const refusedCode = 4401

/** `getAuthToken` does not check where the token is sent: `url` is a constant of your own, with `wss:`. */
export function followSocket(
  auth: AuthClient,
  { url, onMessage, ...options }: ReconnectOptions & Pick<SocketParameters, 'url' | 'onMessage'>,
): Promise<void> {
  let refused: string | undefined
  return reconnect(auth, {
    ...options,
    async connect(signal) {
      let token = await getAuthToken(auth, { signal })
      if (token === refused) {
        await refreshSession(auth, { signal })
        token = await getAuthToken(auth, { signal })
      }
      signal.throwIfAborted()
      const { isReady, code } = await holdSocket({ url, token, onMessage, signal })
      if (code === refusedCode) {
        if (!isReady && refused !== undefined) throw refusal()
        refused = token
        return
      }
      refused = undefined
      if (!isReady) throw new Error(`The socket was closed with ${code}.`)
    },
  })
}

interface SocketParameters {
  url: string
  token: string
  onMessage: (data: string) => void
  signal: AbortSignal
}

function holdSocket({ url, token, onMessage, signal }: SocketParameters) {
  return new Promise<{ isReady: boolean; code: number }>((resolve) => {
    const socket = new WebSocket(url)
    let isReady = false
    const stop = () => socket.close()
    signal.addEventListener('abort', stop)
    socket.addEventListener('open', () => socket.send(JSON.stringify({ type: 'authorize', token })))
    socket.addEventListener('message', ({ data }) => {
      if (signal.aborted) return
      if (isReady) onMessage(data as string)
      else isReady = (JSON.parse(data as string) as { type?: string }).type === 'ready'
    })
    // `close` follows.
    socket.addEventListener('error', () => {})
    socket.addEventListener('close', ({ code }) => {
      signal.removeEventListener('abort', stop)
      resolve({ isReady, code })
    })
  })
}
