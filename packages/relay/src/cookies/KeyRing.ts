/** The keys derived from the secrets: the first seals, any of them opens. */
export interface KeyRing {
  sealing: RelayKey
  byId: ReadonlyMap<string, RelayKey>
}

export interface RelayKey {
  /** Identifies the secret that the key is derived from, and reveals nothing about it. */
  id: string
  /** 32 bytes. */
  key: Uint8Array
}
