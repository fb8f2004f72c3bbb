/** A clock that can be moved. Instants are epoch milliseconds. */
export interface Clock {
  now(): number
  /** Moves on by `ms`; a negative value moves back. */
  advance(ms: number): void
  /** Makes it `at` now; from there it runs on. */
  set(at: number): void
  /** Back to the clock below it. */
  reset(): void
}
