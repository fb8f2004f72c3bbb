import type { ErrorCode } from '@takokit/core'

/** The stable `code` of the relay's problem documents: core's codes, and those that only a server has. */
export type RelayErrorCode =
  | ErrorCode
  | 'request/unauthorized'
  | 'request/not-found'
  | 'request/wrong-method'
  | 'request/cross-site'
  | 'request/not-json'
  | 'request/invalid'
  | 'request/too-large'
  | 'request/too-slow'
  | 'request/throttled'
  | 'relay/store-unavailable'
  | 'relay/secret-unavailable'
  | 'relay/closing'
  | 'relay/failed'
