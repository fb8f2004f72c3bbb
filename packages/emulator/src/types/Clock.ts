/** An adjustable clock. Instants are epoch milliseconds. */
export interface Clock {
  now(): number
  /** Advances by `ms`; a negative value moves back. */
  advance(ms: number): void
  /** Sets the current time; the clock continues from there. */
  set(at: number): void
  /** Returns to the base clock. */
  reset(): void
}
