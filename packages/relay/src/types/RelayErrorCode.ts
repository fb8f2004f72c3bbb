import type { ErrorCode } from '@takokit/core'

/** The stable `code` of the relay's problem documents: core's codes, and those that only a server has. */
export type RelayErrorCode =
  | ErrorCode
  /** The request brings no session, or no valid token. Its answer is 401. */
  | 'request/unauthorized'
  /** The relay has no such route, or no provider of that name. */
  | 'request/not-found'
  /** The route exists, but not for this method. */
  | 'request/wrong-method'
  /** The request came from a page of another origin, or without the headers that the kit sends. */
  | 'request/cross-site'
  /** The body is not `application/json`. */
  | 'request/not-json'
  /** The body is JSON, but not what the route takes. The error says where. */
  | 'request/invalid'
  /** The body is larger than `maxBodyBytes`. */
  | 'request/too-large'
  /** The body did not arrive in time. */
  | 'request/too-slow'
  /** A limit of the relay was reached: see `rateLimits`. `Retry-After` says when to come back. */
  | 'request/throttled'
  /** The store cannot be reached or written to. Nothing was sent upstream, and no session ends. */
  | 'relay/store-unavailable'
  /** A cookie is sealed with a key that this replica does not know yet, or there is no key at all. No session ends. */
  | 'relay/secret-unavailable'
  /** The process shuts down. Another one answers the next request. */
  | 'relay/closing'
  /** A mistake in the code of the relay, or in a function that you gave it. It is in the log. */
  | 'relay/failed'
