import type { TokenOutcome } from '../types/TokenOutcome.ts'

const failures = ['terminal', 'throttled', 'transient', 'ambiguous', 'malformed']

/** Throws unless a provider returned an outcome: a custom one in plain JavaScript may forget its type or its error. */
export function assertOutcome(outcome: TokenOutcome): void {
  if (outcome.type === 'ok') return
  if (!failures.includes(outcome.type)) throw new TypeError('The outcome has an unknown `type`.')
  if (!(outcome.error instanceof Error)) throw new TypeError('The outcome has no `error`.')
}
