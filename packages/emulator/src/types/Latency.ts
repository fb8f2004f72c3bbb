/** Delays before a request is processed and before its response is sent, in milliseconds. */
export interface Latency {
  requestMs: number
  responseMs: number
}
