import type { Address } from 'viem'

/** Who is signed in. It holds no token, so that it may be sent to the page. */
export interface SignedInSession {
  provider: string
  /** The account as the provider names it: an address for sessions that began with a wallet. */
  account: string
  /** The account, if it is an address. */
  address: Address | undefined
  /** When the current access token expires, epoch milliseconds. The session lasts longer: an expired token is renewed. */
  expiresAt: number
}

/** A valid access token for a call that the application's server makes. Do not send it to the page. */
export interface SignedInToken extends SignedInSession {
  accessToken: string
  /**
   * `set-cookie` values for the response, if there are any: append them. If they cannot be set, as in a server component, the
   * next request with the old cookie still receives this token.
   */
  cookies: string[]
}
