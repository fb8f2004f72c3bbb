/** The keys that come of the secrets: the first seals, any of them opens. */
export interface KeyRing {
  sealing: RelayKey
  byId: ReadonlyMap<string, RelayKey>
}

export interface RelayKey {
  /** Which of the secrets it comes from; says nothing about it. */
  id: string
  /** 32 bytes. */
  key: Uint8Array
}
