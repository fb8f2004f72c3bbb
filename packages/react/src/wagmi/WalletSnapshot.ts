import type { Address } from 'viem'
import type { Connector } from 'wagmi'
import type { signInWithWallet } from './signInWithWallet.ts'

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
  signIn: typeof signInWithWallet | undefined
}

/** A wallet that can be asked to sign in this very task. */
export interface ReachedWallet extends ConnectedWallet {
  provider: WalletProvider
  signIn: typeof signInWithWallet
}

/** What wagmi says now: `pending` while it connects or reconnects. */
export type WalletSnapshot = { status: 'pending' } | { status: 'disconnected' } | ConnectedWallet
