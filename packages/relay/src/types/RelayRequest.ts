import type { RequestHead } from './RequestHead.ts'

/** A request that has arrived whole, read from the server's own message. */
export interface WholeRequest extends RequestHead {
  method: string
  whole: Uint8Array
  /** What an application's function is given. */
  toRequest: () => Request
}

/** A request as the relay reads it. */
export type RelayRequest = Request | WholeRequest
