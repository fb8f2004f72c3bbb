/** A wallet's announced information (EIP-6963). */
export type ProviderInfo = {
  readonly uuid: string
  readonly name: string
  /** A `data:image/svg+xml` URI, square. */
  readonly icon: `data:image/${string}`
  /** Reverse domain name. */
  readonly rdns: string
}
