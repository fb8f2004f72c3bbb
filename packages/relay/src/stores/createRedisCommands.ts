import { readScript, takeScript, writeScript } from './redisScripts.ts'

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

type Script = keyof typeof scripts

const scripts = { read: readScript, write: writeScript, take: takeScript }

/** Sends commands, each bounded in time, and scripts by their digest. */
export function createRedisCommands(client: RedisClient, timeoutMs: number) {
  const digests = new Map<Script, Promise<string>>()

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

  async function run(script: Script, key: string, ...parameters: string[]): Promise<unknown> {
    const digest = digests.get(script) ?? sha1(scripts[script])
    digests.set(script, digest)
    try {
      return await send(key, 'EVALSHA', await digest, '1', key, ...parameters)
    } catch (error) {
      // Redis was restarted, or has never seen the script.
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error
      return send(key, 'EVAL', scripts[script], '1', key, ...parameters)
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
