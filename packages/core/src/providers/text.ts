import { minLength, pipe, string } from 'valibot'

/** A non-empty string, such as a token. */
export const text = pipe(string(), minLength(1))
