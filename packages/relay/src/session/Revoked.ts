/** Whether the provider has been told that a session's tokens are not wanted any more. */
export type Revoked = boolean | 'unsupported'
