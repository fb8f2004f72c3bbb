import { TakoKitError } from '@takokit/core'

/** The error for a wrong option of `siweIssuer`. It never quotes a key. */
export function invalidOption(field: string, expects: string, cause?: unknown): TakoKitError {
  return new TakoKitError('config/invalid', `siweIssuer: \`${field}\` expects ${expects}.`, {
    ...(cause !== undefined && { cause }),
  })
}
