/** Requests that hang until they are released. */
export interface Hangs {
  hang: () => Promise<void>
  size: () => number
  /** Returns how many were released. */
  release: () => number
}
