/** A `fetch` that can be cut off. */
export interface NetworkSwitch {
  /** For `createAuthClient`. */
  fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>
  isOffline: () => boolean
  setOffline: (isOffline: boolean) => void
  subscribe: (listener: () => void) => () => void
}
