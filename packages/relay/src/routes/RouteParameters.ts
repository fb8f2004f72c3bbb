import type { TokenProvider } from '@takokit/core'
import type { Trace } from '../RelayEngine.ts'
import type { RelayRequest } from '../types/RelayRequest.ts'

/** Input of a route's handler. */
export interface RouteParameters {
  provider: TokenProvider
  request: RelayRequest
  trace: Trace
  /** The keys that the caller's address is counted under; empty if it is not known. */
  address: readonly string[]
}
