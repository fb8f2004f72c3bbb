import { failed } from './failed.ts'

/** The outcome for a response of an undocumented shape. It quotes nothing, because the response may contain a token. */
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
