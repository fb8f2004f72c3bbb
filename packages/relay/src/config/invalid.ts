import { TakoKitError } from '@takokit/core'

/** The error for a wrong option: names the field, what it expects and what it got. Never quotes a secret. */
export function invalid(field: string, expects: string, got: string): TakoKitError {
  return new TakoKitError(
    'config/invalid',
    `createRelay: \`${field}\` expects ${expects}, and got ${got}.`,
  )
}
