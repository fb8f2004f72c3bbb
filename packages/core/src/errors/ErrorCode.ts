/**
 * Every code of a {@link TakoKitError}, as `category/reason`.
 *
 * A code is the key to switch on, the anchor in the documentation, and the key of the sentence that a user reads.
 */
export type ErrorCode =
  /** The wallet that was asked is not installed in this browser, or there is none. Offer another one. */
  | 'wallet/not-found'
  /** No wallet is connected, or it disconnected meanwhile. Connect it again. */
  | 'wallet/not-connected'
  /** The wallet does not let the page use the account. Connect it again. */
  | 'wallet/not-authorized'
  /** The wallet has a request open already (-32002). Ask the user to look for its window. */
  | 'wallet/request-pending'
  /** The user refused the request, or closed it. This is no fault: offer the button again. */
  | 'wallet/rejected'
  /** Another account signed. It was noticed before anything was sent. Ask the user to switch accounts. */
  | 'wallet/wrong-account'
  /** The wallet changed its account during the sign-in. Start again with the new one. */
  | 'wallet/account-changed'
  /** The wallet knows no `personal_sign`. Offer another one. */
  | 'wallet/cannot-sign'
  /** The wallet failed in another way; `cause` is what it threw. Offer to try again. */
  | 'wallet/failed'
  /** The sign-in was cancelled by your code, or by the user in the dialog. This is no fault: show nothing. */
  | 'sign-in/cancelled'
  /** The message cannot be what the provider expects, so the wallet was not asked. The error says where. */
  | 'message/invalid'
  /** The provider did not accept the signature. Try again, or with another account. */
  | 'provider/signature-refused'
  /** The provider does not accept signatures of smart accounts. Use a regular account. */
  | 'provider/contract-signature'
  /** The signed message is too old for the provider, or the clock of the device is wrong. Sign again. */
  | 'provider/message-expired'
  /** The provider refused, for a reason of its own: see `details`, `providerCode` and `correlationId`. */
  | 'provider/refused'
  /** The provider could not read the request. This is a mistake in the configuration or in the kit. */
  | 'provider/bad-request'
  /** Too many requests, by the provider's count or the kit's. `retryAfterMs` says when to come back; a refresh does by itself. */
  | 'provider/throttled'
  /** The provider answered with a server error. It passes: a refresh is tried again by itself. */
  | 'provider/unavailable'
  /** The answer was not what the provider documents, such as a captive portal's page. It passes: a refresh is tried again by itself. */
  | 'provider/unreadable'
  /** The tokens are of another account than the one that signed. They were not used. */
  | 'provider/wrong-subject'
  /** No answer arrived, or a part of the kit could not be loaded. It passes: a refresh is tried again by itself. */
  | 'network/failed'
  /** The answer is late. The request goes on, and counts when it is answered: ask again in a moment. */
  | 'network/timeout'
  /** The browser is offline. The kit goes on when it is back. */
  | 'network/offline'
  /** Nobody is signed in, so there is no token. Sign in first, as with `useRequireAuth`. */
  | 'session/signed-out'
  /** The provider refused the current refresh token, and confirmed it. The session is over: sign in again. */
  | 'session/refresh-refused'
  /** The answer to a refresh was lost, and the provider accepts the token no more. The session is over: sign in again. */
  | 'session/refresh-answer-lost'
  /** The browser did not store the session. `cause` is what its storage threw. */
  | 'storage/failed'
  /** The browser has no modal `<dialog>`: it is older than those that are supported. */
  | 'browser/unsupported'
  /** Your `signal` aborted the call. */
  | 'request/aborted'
  /** `authFetch` was called with an address that is not the provider's. No token was sent. Name it in `origins` if it is yours. */
  | 'request/foreign-origin'
  /** An option is missing or wrong. The error names it and what it expects. */
  | 'config/invalid'
  /** The client has no provider of that name. */
  | 'config/unknown-provider'
  /** The client was disposed of. Create another one. */
  | 'config/disposed'
  /** A mistake in the code of the kit, or in a function that you gave it: see `cause`. It was reported to `onWarning`. */
  | 'internal/unexpected'
