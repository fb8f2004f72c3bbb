import { once } from 'node:events'
import { connect } from 'node:net'

export interface Answer {
  status: number
  head: string
  body: string
}

export interface Connection {
  /** Sends a request, and resolves with its answer. One at a time. */
  ask: (request: string) => Promise<Answer>
  close: () => void
}

/** A connection that is kept alive. It parses just enough, so that the server is measured and not its client. */
export async function openConnection(port: number): Promise<Connection> {
  const socket = connect(port, '127.0.0.1').setNoDelay().setEncoding('latin1')
  await once(socket, 'connect')
  let text = ''
  let resolve: ((answer: Answer) => void) | undefined
  let reject: ((error: Error) => void) | undefined
  socket.on('data', (chunk: string) => {
    text += chunk
    const end = text.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = text.slice(0, end)
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0)
    if (text.length < end + 4 + length) return
    const body = text.slice(end + 4, end + 4 + length)
    text = text.slice(end + 4 + length)
    resolve?.({ status: Number(head.slice(9, 12)), head, body })
  })
  socket.on('error', (error) => reject?.(error))
  socket.on('close', () => reject?.(new Error('The server closed the connection.')))
  return {
    ask: (request) =>
      new Promise((done, fail) => {
        resolve = done
        reject = fail
        socket.write(request, 'latin1')
      }),
    close: () => void socket.destroy(),
  }
}
