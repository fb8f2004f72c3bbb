import type { RelayEngine } from '../RelayEngine.ts'
import type { RelayContext } from '../types/RelayContext.ts'
import { addressKeys } from './addressKeys.ts'
import { RelayRefusal } from '../types/RelayRefusal.ts'
import { checkRateLimit } from './checkRateLimit.ts'

/** Whose call it is, as far as the limits are concerned. */
export interface CountedCall {
  /** Under what the caller's address is counted; empty where it is not known. */
  address: readonly string[]
  /** The count is gone with the store. */
  uncounted: RelayRefusal | undefined
}

/** Counts a call by its address before anything is read or done, whatever comes of it. */
export async function countCall(
  engine: RelayEngine,
  request: Request,
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
  request: Request,
  context: RelayContext,
): string[] {
  const given: unknown = clientAddress(request, context)
  if (given === undefined || given === null || given === '') return []
  if (typeof given === 'string') return addressKeys(given)
  // A promise would be one address for everybody.
  Promise.resolve(given).catch(() => {})
  throw new TypeError('`clientAddress` has to give a text at once, or `undefined`.')
}
