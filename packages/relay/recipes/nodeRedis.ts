// A store by the `redis` package. ioredis has `reconnectOnError` for this, as node.ts shows; a cluster needs none of it.
import { redisStore } from '@takokit/relay/redis'
import { createClient } from 'redis'

export async function connectStore(url: string) {
  const client = createClient({ url, disableOfflineQueue: true })
  // Each command that fails says so itself.
  client.on('error', () => {})
  await client.connect()
  let reconnecting: Promise<unknown> | undefined

  async function sendCommand(command: string[]): Promise<unknown> {
    try {
      return await client.sendCommand(command)
    } catch (error) {
      if (!String(error).includes('READONLY')) throw error
      // After a failover the connection may lead to what is a replica now: connect anew, and send the command again.
      reconnecting ??= reconnect().finally(() => {
        reconnecting = undefined
      })
      await reconnecting
      return client.sendCommand(command)
    }
  }

  async function reconnect(): Promise<void> {
    client.destroy()
    await client.connect()
  }

  return { store: redisStore({ sendCommand }), close: () => client.destroy() }
}
