/** Whether the provider has confirmed the revocation of a session's tokens. */
export type Revoked = boolean | 'unsupported'
