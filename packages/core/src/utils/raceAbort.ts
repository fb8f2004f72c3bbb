import { TakoKitError } from '../errors/TakoKitError.ts'

/** Waits for a promise or an abort. An abort ends the wait only, not the operation behind the promise. */
export function raceAbort<value>(
  promise: Promise<value>,
  signal: AbortSignal | null | undefined,
): Promise<value> {
  if (!signal) return promise
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      const { reason } = signal as { reason: unknown }
      reject(
        reason instanceof TakoKitError
          ? reason
          : new TakoKitError('request/aborted', 'The call was aborted by its caller.', {
              cause: reason,
            }),
      )
    }
    if (signal.aborted) onAbort()
    signal.addEventListener('abort', onAbort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}
