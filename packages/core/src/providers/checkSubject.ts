import { TakoKitError } from '../errors/TakoKitError.ts'
import type { TokenOutcome } from '../types/TokenOutcome.ts'

/**
 * Tokens for somebody else are as good as no answer: turns an outcome that brings them into `malformed`, with the code
 * `provider/wrong-subject`. Where either does not say whom it is for, nothing is known against it.
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
    'The provider sent tokens for somebody else. They were thrown away.',
  )
  return { type: 'malformed', error }
}
