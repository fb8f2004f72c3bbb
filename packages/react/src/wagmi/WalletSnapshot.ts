import type { AuthClient, ProviderName, Session } from '@takokit/core'
import type { Address } from 'viem'
import type { Config, Connector } from 'wagmi'
import type { OnConnect } from './OnConnect.ts'

/** The part of EIP-1193 that signing needs. */
export interface WalletProvider {
  request: (request: { method: string; params?: unknown }) => Promise<unknown>
}

export interface ConnectedWallet {
  status: 'connected'
  address: Address
  chainId: number
  connector: Connector
  /** Added shortly after the connection, without a notification: a click can then reach it in the same task. */
  provider: WalletProvider | undefined
  /** Loaded shortly after the connection, for the same reason. */
  signIn: SignInWithWallet | undefined
}

/** A wallet that can be asked to sign in this task. */
export interface ReachedWallet extends ConnectedWallet {
  provider: WalletProvider
  signIn: SignInWithWallet
}

/** wagmi's current state: `pending` while it connects or reconnects. */
export type WalletSnapshot = { status: 'pending' } | { status: 'disconnected' } | ConnectedWallet

/** A settled wallet: connected, or known to be disconnected. */
export type SettledWallet = Exclude<WalletSnapshot, { status: 'pending' }>

/** Follows wagmi's connection, and decides when it has settled. */
export interface WalletStore {
  readonly config: Config
  getSnapshot: () => WalletSnapshot
  /** The last state that has settled. */
  getSettled: () => SettledWallet | undefined
  subscribe: (listener: () => void) => () => void
  /** How the application connects a wallet, if the kit does not. */
  getOnConnect: () => OnConnect | undefined
  setOnConnect: (onConnect: OnConnect | undefined) => void
  /** Follows wagmi until the returned function is called. */
  start: () => () => void
}

export interface SignInWithWalletParameters {
  client: AuthClient
  wallet: WalletStore
  connected: ConnectedWallet & { provider: WalletProvider }
  provider?: ProviderName | undefined
  signal?: AbortSignal | undefined
  /** Receives the text that the wallet is asked to sign, and the wallet's name. */
  onMessage?: ((message: string, walletName: string) => void) | undefined
  /**
   * Called in place of the wallet if its window needs another tap: the challenge came only after the first. The attempt goes on in
   * the task in which the promise that it returns resolves; without one it ends.
   */
  onReady?: ((walletName: string) => Promise<void> | void) | undefined
}

export type SignInWithWallet = (parameters: SignInWithWalletParameters) => Promise<Session>
