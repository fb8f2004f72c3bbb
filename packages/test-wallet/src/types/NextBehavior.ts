/**
 * What the wallet does to the next request, once.
 *
 * - `reject`: 4001. `reject-without-code`: the same text, no code.
 * - `hang`: never settles. `hold`: waits in `controls.pending`, whatever the approval is, and opens no window.
 * - `already-pending`: -32002.
 * - `wrong-account`: signs with another key and claims the requested account.
 * - `{ code, message }`: fails with exactly this, such as WalletConnect's 5000.
 */
export type NextBehavior =
  | 'reject'
  | 'reject-without-code'
  | 'hang'
  | 'hold'
  | 'already-pending'
  | 'wrong-account'
  | { readonly code: number; readonly message: string }
