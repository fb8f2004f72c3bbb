import type { Relay } from '../types/Relay.ts'
import type { WholeRequest } from '../types/RelayRequest.ts'
import type { RelayContext } from '../types/RelayContext.ts'
import type { RelayAnswer } from './RelayAnswer.ts'

/** Answers a request that has arrived whole. */
export type DirectAnswer = (request: WholeRequest, context: RelayContext) => Promise<RelayAnswer>

/**
 * The answers behind a relay's `fetch`, for servers that write them by themselves: on Node, a `Response` and a body's web stream
 * cost more than everything that the relay does.
 */
export const directAnswers = new WeakMap<Relay['fetch'], DirectAnswer>()
