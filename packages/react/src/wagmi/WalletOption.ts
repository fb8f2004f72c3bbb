import type { Connector } from 'wagmi'

/** One of wagmi's connectors. */
export type WalletConnector = Connector

/** A wallet that the user can choose. */
export interface WalletOption {
  /** wagmi's id of its connector. */
  id: string
  /** As one readable line: a wallet may give itself any name. */
  name: string
  /** A `data:` image. For connectors that the application configured, also a URL. */
  icon: string | undefined
  /** This browser has a wallet of its kind. */
  isInstalled: boolean
  /** It was used last. */
  isRecent: boolean
  connector: Connector
}
