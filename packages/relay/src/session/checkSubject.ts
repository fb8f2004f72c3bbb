import { TakoKitError, type TokenOutcome } from '@takokit/core'

/** Tokens for somebody else are as good as no answer. */
export function checkSubject(outcome: TokenOutcome, subject: string | undefined): TokenOutcome {
  if (outcome.type !== 'ok' || !subject || !outcome.tokens.subject) return outcome
  if (outcome.tokens.subject.toLowerCase() === subject.toLowerCase()) return outcome
  const error = new TakoKitError(
    'provider/wrong-subject',
    'The provider sent tokens for somebody else. They were thrown away.',
  )
  return { type: 'malformed', error }
}
