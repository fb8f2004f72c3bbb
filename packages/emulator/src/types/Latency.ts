/** Delays on the way in (before anything is processed) and on the way out. Milliseconds. */
export interface Latency {
  requestMs: number
  responseMs: number
}
