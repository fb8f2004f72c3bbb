import { TakoKitError } from '../errors/TakoKitError.ts'
import type { TokenOutcome } from '../types/TokenOutcome.ts'

/**
 * Turns an outcome with tokens for another subject into `malformed`, with the code `provider/wrong-subject`. If either side does
 * not name its subject, the outcome passes.
 *
 * @example
 * ```ts
 * import { checkSubject, type TokenOutcome } from '@takokit/core'
 *
 * declare const outcome: TokenOutcome
 * const checked = checkSubject(outcome, '0x4DD3DB5d0B9aAf0B0a2fBD37a489d2f0e3F234A9')
 * ```
 */
export function checkSubject(outcome: TokenOutcome, subject: string | undefined): TokenOutcome {
  if (outcome.type !== 'ok' || !subject || !outcome.tokens.subject) return outcome
  if (outcome.tokens.subject.toLowerCase() === subject.toLowerCase()) return outcome
  const error = new TakoKitError(
    'provider/wrong-subject',
    'The provider sent tokens for another account. They were thrown away.',
  )
  return { type: 'malformed', error }
}
