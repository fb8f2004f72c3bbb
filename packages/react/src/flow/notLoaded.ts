import { TakoKitError } from '@takokit/core'

/** The error for a lazy part that could not be loaded. */
export function notLoaded(cause?: unknown): TakoKitError {
  return new TakoKitError('network/failed', 'Part of the kit could not be loaded.', { cause })
}
