import type { Config, Connector } from 'wagmi'

/** How long a wallet may take to disconnect, in milliseconds. */
const patienceMs = 1_500

/**
 * Disconnects a wallet, by default the current one. If it refuses, or does not answer in time, the page still forgets it and
 * does not reconnect to it after a reload.
 */
export async function disconnectWallet(
  config: Config,
  connector: Connector | undefined = currentOf(config),
): Promise<void> {
  if (!connector) return
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The wallet does not answer.')), patienceMs)
  })
  try {
    await Promise.race([connector.disconnect(), silence])
  } catch {
    // wagmi's `injected` writes this itself if the wallet agrees.
    if (connector.type === 'injected') await remember(config, `${connector.id}.disconnected`)
  } finally {
    clearTimeout(timer)
  }
  // wagmi's own `disconnect` would wait for the wallet, and drop a later connection when it answers.
  connector.emitter.emit('disconnect')
}

function currentOf({ connectors, state }: Config): Connector | undefined {
  return connectors.find(({ uid }) => uid === state.current)
}

async function remember({ storage }: Config, key: string): Promise<void> {
  try {
    await storage?.setItem(key as never, true as never)
  } catch {
    // A full or blocked storage reconnects after a reload: there is no entry to read then.
  }
}
