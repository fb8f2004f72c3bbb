/** The session's cookie. `__Host-` keeps sibling subdomains from setting it (RFC 6265bis, 4.1.3.2). */
export function cookieName(provider: string): string {
  return `__Host-takokit-${provider}`
}
