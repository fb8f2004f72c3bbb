import type { Connector } from 'wagmi'

/** One of wagmi's connectors. */
export type WalletConnector = Connector

/** A wallet that a person can choose. */
export interface WalletOption {
  /** wagmi's id of its connector. */
  id: string
  /** As a line that can be shown: wallets call themselves anything. */
  name: string
  /** A `data:` image, or for connectors that the dapp configured an address, where there is one. */
  icon: string | undefined
  /** There is a wallet of its kind in this browser. */
  isInstalled: boolean
  /** Was used last. */
  isRecent: boolean
  connector: Connector
}
