import type { Address } from 'viem'
import type { Config, Connector } from 'wagmi'
import { connect } from 'wagmi/actions'
import { signInWithWallet } from './signInWithWallet.ts'
import type { ReachedWallet, WalletProvider } from './WalletSnapshot.ts'

export interface ConnectWalletParameters {
  connector: Connector
  /** Hears the link that a wallet on another device scans. */
  onUri?: ((uri: string) => void) | undefined
}

/** Connects, or takes the connection that is there already, and finds the wallet's provider. */
export async function connectWallet(
  config: Config,
  { connector, onUri }: ConnectWalletParameters,
): Promise<ReachedWallet> {
  const onMessage = ({ type, data }: { type: string; data?: unknown }) => {
    if (type === 'display_uri' && typeof data === 'string') onUri?.(data)
  }
  connector.emitter.on('message', onMessage)
  try {
    const known = config.state.connections.get(connector.uid)
    const isCurrent = known && config.state.current === connector.uid
    const { accounts, chainId } = isCurrent ? known : await connect(config, { connector })
    const provider = (await connector.getProvider()) as WalletProvider
    const address = accounts[0] as Address
    return { status: 'connected', address, chainId, connector, provider, signIn: signInWithWallet }
  } finally {
    connector.emitter.off('message', onMessage)
  }
}

/** Puts wagmi back to where it was before a connection that nobody waits for any more. A late answer still connects. */
export function forgetConnecting(config: Config): void {
  if (config.state.status !== 'connecting') return
  config.setState((state) => ({ ...state, status: state.current ? 'connected' : 'disconnected' }))
}
