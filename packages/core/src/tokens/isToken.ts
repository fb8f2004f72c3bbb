/** Whether a value can be sent as a bearer token. The error of a header that cannot hold it would quote it. */
export function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)
}
