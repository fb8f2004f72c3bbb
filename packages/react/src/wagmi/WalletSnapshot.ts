import type { AuthClient, ProviderName, Session } from '@takokit/core'
import type { Address } from 'viem'
import type { Config, Connector } from 'wagmi'

/** The part of EIP-1193 that signing needs. */
export interface WalletProvider {
  request: (request: { method: string; params?: unknown }) => Promise<unknown>
}

/** A wallet that is connected. */
export interface ConnectedWallet {
  status: 'connected'
  address: Address
  chainId: number
  connector: Connector
  /** Known a moment after the connection, so that a click can reach it in the same task. */
  provider: WalletProvider | undefined
  /** Loaded a moment after the connection, for the same reason. */
  signIn: SignInWithWallet | undefined
}

/** A wallet that can be asked to sign in this very task. */
export interface ReachedWallet extends ConnectedWallet {
  provider: WalletProvider
  signIn: SignInWithWallet
}

/** What wagmi says now: `pending` while it connects or reconnects. */
export type WalletSnapshot = { status: 'pending' } | { status: 'disconnected' } | ConnectedWallet

/** A settled wallet: connected, or known to be gone. */
export type SettledWallet = Exclude<WalletSnapshot, { status: 'pending' }>

/** Follows wagmi's connection, and says when it has come to rest. */
export interface WalletStore {
  readonly config: Config
  getSnapshot: () => WalletSnapshot
  /** The last state that held for `settleMs`. */
  getSettled: () => SettledWallet | undefined
  subscribe: (listener: () => void) => () => void
  /** Follows wagmi until stopped. */
  start: () => () => void
}

export interface SignInWithWalletParameters {
  client: AuthClient
  wallet: WalletStore
  connected: ConnectedWallet & { provider: WalletProvider }
  provider?: ProviderName | undefined
  signal?: AbortSignal | undefined
  /** Hears the text that the wallet is asked to sign, and what to call the wallet. */
  onMessage?: ((message: string, walletName: string) => void) | undefined
}

export type SignInWithWallet = (parameters: SignInWithWalletParameters) => Promise<Session>
