/**
 * Whether the provider revoked the tokens at a sign-out: `true` if it confirmed that, `false` if it could not be reached or
 * refused, so that the refresh token lives until it expires, `'unsupported'` if it has no such call.
 */
export type Revoked = boolean | 'unsupported'
