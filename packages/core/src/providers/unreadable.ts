import { failed } from './failed.ts'

/** The outcome for an answer whose shape is none of those documented. Quotes nothing of it: it may hold a token. */
export function unreadable(status: number) {
  return status >= 500
    ? failed('ambiguous', 'provider/unavailable', `The provider is out of order (HTTP ${status}).`)
    : failed(
        'malformed',
        'provider/unreadable',
        'The provider sent an answer that cannot be read.',
        {
          details: `HTTP ${status}, JSON of an undocumented shape`,
        },
      )
}
