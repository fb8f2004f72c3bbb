import { TakoKitError } from '@takokit/core'

/** The error where nothing can be shown above the page. A dialog that is not modal would leave the page in reach, unannounced. */
export function noDialog(cause: unknown): TakoKitError {
  return new TakoKitError(
    'browser/unsupported',
    'This browser has no modal `<dialog>`. Update it: the README lists the oldest versions.',
    { cause },
  )
}
