/** A task that is repeated while it is needed. */
export interface Retry {
  schedule: () => void
  stop: () => void
}
