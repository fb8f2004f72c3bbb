/** Waits that all end early if the session changes. */
export interface Pauses {
  pause: (delayMs: number) => Promise<void>
  /** Ends all pauses, so that waiting code reads the record again. */
  wake: () => void
}
