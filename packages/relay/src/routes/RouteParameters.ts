import type { TokenProvider } from '@takokit/core'
import type { Trace } from '../RelayEngine.ts'

/** What the handler of a route works on. */
export interface RouteParameters {
  provider: TokenProvider
  request: Request
  trace: Trace
  /** Under what the caller's address is counted; empty where it is not known. */
  address: readonly string[]
}
