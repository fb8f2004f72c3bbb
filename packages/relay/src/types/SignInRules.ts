/** What a signature has to be before it costs anybody's allowance, or is sent to the provider. */
export interface SignInRules {
  /**
   * How old the message may be by the time in it, and how far ahead where a device's clock is fast. Milliseconds.
   * `Infinity` where the provider alone decides. Default: five minutes.
   */
  maxAgeMs: number
  /** Each signed message is exchanged once; the store remembers it for as long as it could be sent again. Default: `true`. */
  singleUse: boolean
  /**
   * The message has to be the one that this relay's provider builds for the address and time in it, with the provider's own
   * `header`, `before` and `after`: give page and relay the same. Default: `true`.
   */
  ownMessage: boolean
  /**
   * A plain signature (65 bytes) has to be the address's own. `false` where smart accounts sign with 65 bytes too, as a Safe
   * with one owner does; the provider then decides. Longer signatures always go to the provider. Default: `true`.
   */
  ownSignature: boolean
}

export const defaultSignInRules: SignInRules = {
  maxAgeMs: 300_000,
  singleUse: true,
  ownMessage: true,
  ownSignature: true,
}
