/** Whether a value can be sent as a bearer token. The error of a header that cannot hold it would quote it. */
export function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)
}

/** Throws an error that does not quote the token. */
export function assertToken(accessToken: unknown): void {
  if (!isToken(accessToken)) throw new TypeError('The access token cannot be sent in a header.')
}
