/** What a signature must fulfil before it counts against shared limits or is sent to the provider. */
export interface SignInRules {
  /**
   * Maximum age of the message by the instant in it, and how far ahead that may be if a device's clock is fast.
   * Milliseconds. `Infinity` if the provider alone decides. Default: five minutes.
   */
  maxAgeMs: number
  /** Each signed message is exchanged once; the store remembers it for as long as it could be sent again. Default: `true`. */
  singleUse: boolean
  /**
   * The message must be the one that this relay's provider builds for the address and instant in it, with the provider's own
   * `header`, `before` and `after`: configure page and relay alike. Default: `true`.
   */
  ownMessage: boolean
  /**
   * A plain signature (65 bytes) must be the address's own. `false` if smart accounts sign with 65 bytes too, as a Safe with
   * one owner does; the provider then decides. Longer signatures always go to the provider. An issuer of the relay's own asks
   * the contract in any case. Default: `true`.
   */
  ownSignature: boolean
}

export const defaultSignInRules: SignInRules = {
  maxAgeMs: 300_000,
  singleUse: true,
  ownMessage: true,
  ownSignature: true,
}
