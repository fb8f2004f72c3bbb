import type { Config, Connector } from 'wagmi'

/** How long a wallet may take to take its leave, milliseconds. */
const patienceMs = 1_500

/**
 * Disconnects a wallet, the current one by default. One that refuses, or does not answer in time, is let go of all the same:
 * the page forgets it, and does not reconnect to it after it was reloaded.
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
    // What wagmi's `injected` writes itself when the wallet lets it.
    if (connector.type === 'injected') await remember(config, `${connector.id}.disconnected`)
  } finally {
    clearTimeout(timer)
  }
  // wagmi's own `disconnect` would wait for the wallet, and take a later connection with it when it answers.
  connector.emitter.emit('disconnect')
}

function currentOf({ connectors, state }: Config): Connector | undefined {
  return connectors.find(({ uid }) => uid === state.current)
}

async function remember({ storage }: Config, key: string): Promise<void> {
  try {
    await storage?.setItem(key as never, true as never)
  } catch {
    // A storage that is full or blocked reconnects after a reload: there is nothing to read from then.
  }
}
