import { script } from './redisScripts.ts'

/** A cluster of node-redis. It takes a command's key to find the node. */
interface NodeRedisCluster {
  sendCommand: (
    firstKey: string | undefined,
    isReadonly: boolean | undefined,
    command: string[],
  ) => Promise<unknown>
  nodeClient: (...parameters: never[]) => unknown
}

/**
 * The part of a Redis client that is used: `call` of ioredis and its `Cluster`, `sendCommand` of node-redis and its
 * `createCluster`. Pass any of them as it is, connected.
 */
export type RedisClient =
  | { call: (command: string, ...parameters: string[]) => Promise<unknown> }
  | { sendCommand: (command: string[]) => Promise<unknown> }
  | NodeRedisCluster

/** What an operation yields, and Redis' clock then. */
type Result = [result: unknown, time: string]

interface Operation {
  key: string
  parameters: readonly string[]
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

/** Others wait while a script runs. */
const maxBatch = 64

/** After the sockets at hand were read: what their requests ask for goes together. */
const soon: (task: () => void) => unknown =
  typeof setImmediate === 'function' ? setImmediate : queueMicrotask

/** Sends commands, each bounded in time. Operations that are asked for at about the same time go as one command. */
export function createRedisCommands(client: RedisClient, timeoutMs: number) {
  let waiting: Operation[] = []
  /** The reads among them. */
  const reading = new Map<string, Promise<Result>>()
  let digest: Promise<string> | undefined
  let batchSize = maxBatch

  async function send(key: string, ...command: [string, ...string[]]): Promise<unknown> {
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`Redis did not answer within ${timeoutMs} ms.`)),
        timeoutMs,
      )
    })
    const answer = sendTo(client, key, command)
    try {
      return await Promise.race([answer, late])
    } finally {
      clearTimeout(timer)
    }
  }

  function run(operation: 'read' | 'write' | 'take', key: string, ...given: string[]) {
    // Renewals that begin together read the same rows of their provider.
    const same = operation === 'read' ? reading.get(key) : undefined
    if (same) return same
    const result = new Promise<Result>((resolve, reject) => {
      if (waiting.length === 0) soon(flush)
      waiting.push({ key, parameters: [operation, ...given], resolve, reject })
    })
    if (operation === 'read') reading.set(key, result)
    return result
  }

  function flush(): void {
    const all = waiting
    waiting = []
    reading.clear()
    while (all.length > 0) void execute(all.splice(0, batchSize))
  }

  async function execute(batch: readonly Operation[]): Promise<void> {
    try {
      const [results, time] = (await evaluate(batch)) as [unknown[], string]
      for (const [index, { resolve, reject }] of batch.entries()) {
        const result = results[index]
        if (Array.isArray(result)) reject(new Error(String(result[0])))
        else resolve([result, time])
      }
    } catch (error) {
      // A cluster: it has run nothing, and takes keys of one node at a time.
      const isCluster = batch.length > 1 && /CROSSSLOT/.test(String(error))
      if (isCluster) batchSize = 1
      for (const operation of batch)
        if (isCluster) void execute([operation])
        else operation.reject(error)
    }
  }

  async function evaluate(batch: readonly Operation[]): Promise<unknown> {
    const key = batch[0]?.key ?? ''
    const keys = batch.map((operation) => operation.key)
    const given = [String(keys.length), ...keys, ...batch.flatMap(({ parameters }) => parameters)]
    digest ??= sha1(script)
    try {
      return await send(key, 'EVALSHA', await digest, ...given)
    } catch (error) {
      // Redis was restarted, or has never seen the script.
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error
      return send(key, 'EVAL', script, ...given)
    }
  }

  return { send, run }
}

function sendTo(
  client: RedisClient,
  key: string,
  command: [string, ...string[]],
): Promise<unknown> {
  if ('call' in client) return client.call(...command)
  // Never read-only, which a replica may serve: its data may be older than the last write.
  if ('nodeClient' in client) return client.sendCommand(key, false, command)
  return client.sendCommand(command)
}

/** Redis' name for a script; nothing secret or signed depends on it. */
async function sha1(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
