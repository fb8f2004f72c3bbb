import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { RelayProcessMessage, RelayProcessOptions } from './relayProcess.ts'

/** A relay in a process of its own. */
export interface Replica {
  url: string
  /** Resolves with its next matching message. */
  next: (isWanted: (message: RelayProcessMessage) => boolean) => Promise<RelayProcessMessage>
  /** From now on it stops before it sends. */
  hold: () => void
  /** Kills it, without cleaning up. */
  kill: () => Promise<void>
}

/** Starts a replica from its bundle, as {@link bundleForNode} makes it. */
export async function startReplica(bundle: string, options: RelayProcessOptions): Promise<Replica> {
  const child = spawn(process.execPath, [bundle], {
    env: { ...process.env, RELAY_PROCESS: JSON.stringify(options) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const next: Replica['next'] = (isWanted) =>
    new Promise((resolve, reject) => {
      const onExit = () => reject(new Error('The relay process is gone.'))
      const onMessage = (message: RelayProcessMessage) => {
        if (!isWanted(message)) return
        child.off('message', onMessage)
        child.off('exit', onExit)
        resolve(message)
      }
      child.on('message', onMessage)
      child.once('exit', onExit)
    })
  const [listening] = await Promise.all([
    next(({ type }) => type === 'listening'),
    next((message) => message.type === 'redis' && message.state === 'ready'),
  ])
  return {
    url: listening.type === 'listening' ? listening.url : '',
    next,
    hold: () => void child.send('hold'),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}
