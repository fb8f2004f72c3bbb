import type { Address, Client } from 'viem'

/** A private key as JSON Web Key: Ed25519 (`EdDSA`) or P-256 (`ES256`); or the JSON text of one, as in an environment variable. */
export type SigningKey = string | Readonly<Record<string, unknown>>

/** One key or several, the one that signs first; or a function that fetches them and is called each minute. */
export type SigningKeySource =
  | SigningKey
  | readonly SigningKey[]
  | (() => SigningKey | readonly SigningKey[] | Promise<SigningKey | readonly SigningKey[]>)

/** Whose token it is. */
export interface SiweIdentity {
  address: Address
  /** The chain that the signed message names. */
  chainId: number
}

/** Options of {@link siweIssuer}. */
export interface SiweIssuerOptions<name extends string = 'siwe'> {
  /** Its name in routes and pages. Default: `siwe`. */
  name?: name | undefined
  /** The page's authority, as the message names it: `dapp.example`. It must be the host of one of the relay's origins. */
  domain: string
  /** The ids of the chains that a message may name. Default: those of `publicClient`, else 1. */
  chains?: readonly number[] | undefined
  /** The message must hold exactly this sentence. Default: any sentence, or none. */
  statement?: string | undefined
  /**
   * viem clients that check the signatures of smart accounts (ERC-1271, ERC-6492, ERC-7739), one per chain. Without a client for
   * the message's chain, only externally owned accounts can sign in.
   */
  publicClient?: Client | readonly Client[] | undefined
  /** Further claims of the access token, such as roles. A function is called at each sign-in and renewal. */
  claims?:
    | Readonly<Record<string, unknown>>
    | ((
        identity: SiweIdentity,
      ) => Readonly<Record<string, unknown>> | Promise<Readonly<Record<string, unknown>>>)
    | undefined
  /** Sign the access tokens. Their public halves are at `{basePath}/jwks.json`. */
  signingKeys: SigningKeySource
  /** Which APIs accept the tokens: the claim `aud`. Default: `domain`. */
  audience?: string | readonly string[] | undefined
  /** Lifetime of an access token, milliseconds. Default: ten minutes. */
  lifetimeMs?: number | undefined
}
