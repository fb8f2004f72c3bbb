import type { Connector } from 'wagmi'

/** One of wagmi's connectors. */
export type WalletConnector = Connector

/** A wallet that a person can choose. */
export interface WalletOption {
  /** wagmi's id of its connector. */
  id: string
  name: string
  /** A `data:` image, where the wallet gave one. */
  icon: string | undefined
  /** Announced itself, rather than being configured by the dapp. */
  isInstalled: boolean
  /** Was used last. */
  isRecent: boolean
  connector: Connector
}
