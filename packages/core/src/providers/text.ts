import { minLength, pipe, string } from 'valibot'

/** A string with something in it, as tokens are. */
export const text = pipe(string(), minLength(1))
