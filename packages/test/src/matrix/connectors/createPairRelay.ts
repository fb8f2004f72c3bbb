import { once } from 'node:events'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

interface Envelope {
  topic: string
  message: string
  tag: number
  publishedAt: number
}

interface Call {
  id: number
  method?: string
  params?: Partial<Envelope> & { topics?: string[] }
}

/** One end's connection to the relay. */
export interface Line {
  receive: (text: string) => void
  leave: () => void
}

type Send = (text: string) => void

/** The part of the package `ws` that is used: the dapp has it, and not this package. */
interface WebSocketPackage {
  WebSocketServer: new (options: {
    host: string
    port: number
  }) => NodeJS.EventEmitter & {
    address: () => AddressInfo
    clients: Set<{ terminate: () => void }>
    close: (done: () => void) => void
  }
}
type Socket = NodeJS.EventEmitter & { send: Send }

/** WalletConnect's relay on loopback: keeps and forwards sealed messages by topic. `at`: the folder of a dapp that has `ws`. */
export async function createPairRelay(at: string) {
  const waiting = new Map<string, { envelope: Envelope; from: Send }[]>()
  const subscribers = new Map<string, Set<Send>>()
  let count = 0

  function forward(to: Send, data: Envelope): void {
    const params = { id: data.topic, data }
    to(JSON.stringify({ id: ++count, jsonrpc: '2.0', method: 'irn_subscription', params }))
  }

  function publish(from: Send, envelope: Envelope): boolean {
    const { topic } = envelope
    const others = [...(subscribers.get(topic) ?? [])].filter((to) => to !== from)
    for (const to of others) forward(to, envelope)
    if (others.length === 0) waiting.set(topic, [...(waiting.get(topic) ?? []), { envelope, from }])
    return true
  }

  function subscribe(to: Send, topic: string): string {
    subscribers.set(topic, (subscribers.get(topic) ?? new Set()).add(to))
    const all = waiting.get(topic) ?? []
    waiting.set(
      topic,
      all.filter(({ from }) => from === to),
    )
    // After the answer to this call.
    for (const { envelope, from } of all) if (from !== to) setImmediate(() => forward(to, envelope))
    return topic
  }

  function answer(from: Send, { method, params = {} }: Call): unknown {
    const { topic = '', topics = [], message = '', tag = 0 } = params
    switch (method) {
      case 'irn_publish':
        return publish(from, { topic, message, tag, publishedAt: Date.now() })
      case 'irn_subscribe':
        return subscribe(from, topic)
      case 'irn_batchSubscribe':
        return topics.map((one) => subscribe(from, one))
      case 'irn_unsubscribe':
        return subscribers.get(topic)?.delete(from) ?? false
      case 'irn_batchFetchMessages':
        return { messages: [], hasMore: false }
      default:
        return true
    }
  }

  function connect(send: Send): Line {
    return {
      receive(text) {
        const call = JSON.parse(text) as Call
        // Without a method it is the receipt of a message.
        if (call.method)
          send(JSON.stringify({ id: call.id, jsonrpc: '2.0', result: answer(send, call) }))
      },
      leave() {
        for (const sends of subscribers.values()) sends.delete(send)
      },
    }
  }

  const { WebSocketServer } = createRequire(join(at, 'package.json'))('ws') as WebSocketPackage
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  server.on('connection', (socket: Socket) => {
    const line = connect((text) => socket.send(text))
    socket.on('message', (text) => line.receive(String(text)))
    socket.on('close', line.leave)
  })
  await once(server, 'listening')
  return {
    url: `ws://127.0.0.1:${server.address().port}`,
    /** For an end that has no socket of this machine. */
    connect,
    async close() {
      for (const socket of server.clients) socket.terminate()
      await new Promise<void>((resolve) => server.close(resolve))
    },
  }
}
