/** One call of a backend. A text is its path. */
export interface SiweEndpoint {
  /** Appended to `url`. */
  path: string
  method?: 'GET' | 'POST' | 'DELETE' | undefined
  /** Fields that are sent beside the kit's own. */
  body?: Record<string, unknown> | undefined
}

/** The calls of a backend. */
export interface SiweEndpoints {
  /** Answers with a nonce, as JSON or as plain text, or with a whole message. Default: `POST /challenge`. */
  challenge?: string | SiweEndpoint | undefined
  /** Receives message and signature. Default: `POST /verify`. */
  verify?: string | SiweEndpoint | undefined
  /** Exchanges a refresh token. Default: `POST /refresh`. */
  refresh?: string | SiweEndpoint | undefined
  /** Says who is signed in, by the cookie. Default: `GET /session`. */
  session?: string | SiweEndpoint | undefined
  /** Ends the session. Default: `POST /sign-out`; `false` if there is none. */
  signOut?: string | SiweEndpoint | false | undefined
}

/** The names of fields. In answers, a point separates levels: `user.address`. */
export interface SiweFields {
  /** In the challenge's answer. Default: `nonce`. */
  nonce?: string | undefined
  /** The text to sign. Default: `message`, in the challenge's answer and in the request. */
  message?: string | undefined
  /** Default: `signature`. */
  signature?: string | undefined
  /** The name under which the account is sent. Default: it is not sent, since the message holds it. */
  address?: string | undefined
  /** The account in answers. Default: `address`. */
  subject?: string | undefined
  /** Default: `accessToken`, `access_token` or `token`. */
  accessToken?: string | undefined
  /** In answers, and in the request for new tokens. Default: `refreshToken`; in answers also `refresh_token`. */
  refreshToken?: string | undefined
  /** The lifetime of the access token in seconds. Default: `expiresIn` or `expires_in`, else what the JWT says. */
  expiresIn?: string | undefined
}

export interface SiweOptions<name extends string = 'siwe'> {
  /** Another name, to use two of them in one client. Behind a relay: the name of its `siweIssuer`. */
  name?: name | undefined
  /** The address of the backend's sign-in: a path of the page, or another origin. Behind a relay it is not used. */
  url?: string | undefined
  /** A sentence that the wallet shows: ASCII without `% " \ < > { } | ^` and the backquote. */
  statement?: string | undefined
  /** The host that the message is for. Default: the page's, with its port. */
  domain?: string | undefined
  /** The URI that the message is for. Default: the page's origin. */
  uri?: string | undefined
  /** URIs that the message lists (EIP-4361 `Resources`). Default: none. */
  resources?: readonly string[] | undefined
  /** How long the message is valid, in milliseconds. Default: it does not say. */
  expiresInMs?: number | undefined
  /** The chain that the message names. Default: the wallet's, if the backend accepts it. */
  chainId?: number | undefined
  endpoints?: SiweEndpoints | undefined
  fields?: SiweFields | undefined
  /** Whether the page holds tokens, or the browser an HTTP-only cookie. Default: `token`. */
  session?: 'token' | 'cookie' | undefined
  /** Whether cookies go with the requests to these endpoints. Default: `include` for cookie sessions, otherwise `omit`. */
  credentials?: RequestCredentials | undefined
  /** Further origins that `authFetch` may call with the session. */
  origins?: readonly string[] | undefined
  /** The lifetime of an access token that states none; of a cookie session, how long until the page asks again. Default: an hour, in milliseconds. */
  lifetimeMs?: number | undefined
}
