import { TakoKitError } from '@takokit/core'
import type { Config, Connector } from 'wagmi'
import { connect } from 'wagmi/actions'
import { accountOf } from './accountOf.ts'
import { keepConnected } from './keepConnected.ts'
import { signInWithWallet } from './signInWithWallet.ts'
import type { ReachedWallet, WalletProvider } from './WalletSnapshot.ts'

export interface ConnectWalletParameters {
  connector: Connector
  /** Receives the link for a wallet on another device to scan. */
  onUri?: ((uri: string) => void) | undefined
}

/** Connects, or uses the existing connection, and finds the wallet's provider. */
export async function connectWallet(
  config: Config,
  { connector, onUri }: ConnectWalletParameters,
): Promise<ReachedWallet> {
  const onMessage = ({ type, data }: { type: string; data?: unknown }) => {
    if (type === 'display_uri' && typeof data === 'string') onUri?.(data)
  }
  connector.emitter.on('message', onMessage)
  try {
    const known = config.state.current === connector.uid && knownTo(config, connector)
    const account = known && accountOf(known.accounts?.[0])
    // wagmi treats a wallet without accounts as connected, and does not ask it again.
    if (known && !account) connector.emitter.emit('disconnect')
    const { accounts, chainId } = known && account ? known : await connectAnew(config, connector)
    const provider = (await connector.getProvider()) as WalletProvider
    const address = accountOf(accounts?.[0])
    if (!address) {
      connector.emitter.emit('disconnect')
      throw new TakoKitError(
        'wallet/not-connected',
        'The wallet gave no account. Connect it again.',
      )
    }
    return { status: 'connected', address, chainId, connector, provider, signIn: signInWithWallet }
  } finally {
    connector.emitter.off('message', onMessage)
  }
}

function knownTo({ state }: Config, { uid }: Connector) {
  return state.connections.get(uid)
}

async function connectAnew(config: Config, connector: Connector) {
  const isReconnecting = /^(re)?connecting$/.test(config.state.status)
  const connection = await connect(config, { connector })
  if (isReconnecting) keepConnected(config, connector)
  return connection
}

/** Restores wagmi's state from before a cancelled connection. A late answer still connects. */
export function forgetConnecting(config: Config): void {
  if (config.state.status !== 'connecting') return
  config.setState((state) => ({ ...state, status: state.current ? 'connected' : 'disconnected' }))
}
