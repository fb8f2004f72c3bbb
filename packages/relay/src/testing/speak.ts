import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** What a connection received until it closed. */
export interface Spoken {
  text: string
  statuses: number[]
}

/** A connection that sends raw bytes, including those that no HTTP client would send. */
export interface RawConnection {
  socket: Socket
  /** Identifies the connection on the server's side too. */
  port: number
  /** Resolves with everything received, once the other side has closed. */
  closed: Promise<Spoken>
  /** Resolves once enough has been received. */
  until: (isEnough: (text: string) => boolean) => Promise<void>
}

export async function openRaw(url: string): Promise<RawConnection> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  let text = ''
  const waiting = new Set<() => void>()
  socket.setEncoding('latin1')
  socket.on('data', (chunk) => {
    text += String(chunk)
    for (const look of waiting) look()
  })
  // A reset is one way to close.
  socket.on('error', () => {})
  const closed = new Promise<Spoken>((resolve) => {
    socket.once('close', () => {
      const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) =>
        Number(status),
      )
      resolve({ text, statuses })
    })
  })
  await once(socket, 'connect')
  return {
    socket,
    port: socket.localPort ?? 0,
    closed,
    until: (isEnough) =>
      new Promise((resolve) => {
        const look = () => {
          if (isEnough(text) && waiting.delete(look)) resolve()
        }
        waiting.add(look)
        look()
      }),
  }
}

/** Sends these bytes on their own connection, and waits until the server closes it. */
export async function speak(url: string, bytes: string): Promise<Spoken & { port: number }> {
  const { socket, closed, port } = await openRaw(url)
  socket.write(bytes, 'latin1')
  return { ...(await closed), port }
}
