import type { Address } from 'viem'
import type { Connector } from 'wagmi'

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
}

/** What wagmi says now: `pending` while it connects or reconnects. */
export type WalletSnapshot = { status: 'pending' } | { status: 'disconnected' } | ConnectedWallet
