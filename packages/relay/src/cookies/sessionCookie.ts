import type { RelayConfig } from '../config/RelayConfig.ts'
import type { RequestHead } from '../types/RequestHead.ts'

/** The session's cookie, as this browser receives it. */
export interface SessionCookie {
  name: string
  /** Limits the cookie to requests from this origin, and hides it from scripts. */
  attributes: string
  /** The request's `cookie` header. */
  header: string | null
}

/**
 * The name and attributes of the session's cookie. `__Host-` keeps sibling subdomains from setting it (RFC 6265bis, 4.1.3.2).
 *
 * Only WebKit silently drops `Secure` cookies on http://localhost. There, and on no other origin, the cookie is not `Secure`:
 * loopback traffic passes no network, and a program that can set cookies for a loopback host could set a `Secure` one too.
 */
export function sessionCookie(
  config: Pick<RelayConfig, 'cookieNames' | 'origins' | 'partitionedCookies'>,
  provider: string,
  request: RequestHead,
): SessionCookie {
  const { headers } = request
  const header = headers.get('cookie')
  const name = config.cookieNames(provider)
  if (config.partitionedCookies) {
    const attributes = 'Path=/; Secure; HttpOnly; SameSite=None; Partitioned'
    return { name: `__Host-${name}`, attributes, header }
  }
  if (isPlainLoopback(config, request) && isWebKit(headers.get('user-agent') ?? ''))
    return { name, attributes: 'Path=/; HttpOnly; SameSite=Strict', header }
  const attributes = 'Path=/; Secure; HttpOnly; SameSite=Strict'
  return { name: `__Host-${name}`, attributes, header }
}

function isWebKit(userAgent: string): boolean {
  return userAgent.includes('AppleWebKit/') && !/Chrom(e|ium)\//.test(userAgent)
}

/** Among the configured origins, only loopback hosts use http. */
function isPlainLoopback({ origins }: Pick<RelayConfig, 'origins'>, request: RequestHead): boolean {
  const origin = request.headers.get('origin')
  if (!(origin ?? request.url).startsWith('http:')) return false
  return origins.has(origin ?? new URL(request.url).origin)
}
