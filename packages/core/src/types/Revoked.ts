/**
 * Whether the provider knows of a sign-out: `true` where it confirmed that the tokens are dead, `false` where it could not be
 * reached or refused, so that the refresh token lives until its own end, `'unsupported'` where it has no such call.
 */
export type Revoked = boolean | 'unsupported'
