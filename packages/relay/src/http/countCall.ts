import type { RelayEngine } from '../RelayEngine.ts'
import type { RelayContext } from '../types/RelayContext.ts'
import { addressKeys } from './addressKeys.ts'
import { RelayRefusal } from '../types/RelayRefusal.ts'
import type { RelayRequest } from '../types/RelayRequest.ts'
import { checkRateLimit } from './checkRateLimit.ts'

/** What the limits know about a call. */
export interface CountedCall {
  /** The keys that the caller's address is counted under; empty if it is not known. */
  address: readonly string[]
  /** Set if the call could not be counted because the store is gone. */
  uncounted: RelayRefusal | undefined
}

/** Counts a call by its address before anything is read or done, whatever its result. */
export async function countCall(
  engine: RelayEngine,
  request: RelayRequest,
  context: RelayContext,
): Promise<CountedCall> {
  const address = readClient(engine, request, context)
  try {
    await checkRateLimit(engine, 'address', address)
    return { address, uncounted: undefined }
  } catch (error) {
    const isGone = error instanceof RelayRefusal && error.code === 'relay/store-unavailable'
    if (!isGone) throw error
    return { address, uncounted: error }
  }
}

function readClient(
  { clientAddress }: RelayEngine,
  request: RelayRequest,
  context: RelayContext,
): string[] {
  const given: unknown = clientAddress
    ? clientAddress('whole' in request ? request.toRequest() : request, context)
    : context.clientAddress
  if (given === undefined || given === null || given === '') return []
  if (typeof given === 'string') return addressKeys(given)
  // All callers would share a promise as their address.
  Promise.resolve(given).catch(() => {})
  throw new TypeError('`clientAddress` has to give a text at once, or `undefined`.')
}
