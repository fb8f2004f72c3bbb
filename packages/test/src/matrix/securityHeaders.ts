export interface SecurityHeadersOptions {
  /** The names of Trusted Types policies that the bundler's code creates. Default: none. */
  trustedTypes?: string
}

/** The headers of a dapp's pages: only the page's own scripts, none of them made of a text, and requests to these two hosts. */
export function securityHeaders({
  trustedTypes = "'none'",
}: SecurityHeadersOptions = {}): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    // Wallets announce their icons as `data:`.
    "img-src 'self' data:",
    // The token API, and the node that viem's `mainnet` names for wagmi's `http()`. Behind the relay: 'self' in place of the token API.
    'connect-src https://api.tako.so https://ethereum.reth.rs',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypes}`,
  ]
  return {
    'content-security-policy': policy.join('; '),
    // `same-origin` would separate the page from a wallet that opens a window.
    'cross-origin-opener-policy': 'same-origin-allow-popups',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'strict-transport-security': 'max-age=63072000',
    'x-content-type-options': 'nosniff',
  }
}
