import type { RelayConfig } from '../config/RelayConfig.ts'

/** The session's cookie, as the browser that asks is given it. */
export interface SessionCookie {
  name: string
  /** Who can read and send it, and from where: this origin's own requests, never a script. */
  attributes: string
  /** The request's `cookie` header. */
  header: string | null
}

/**
 * How the session's cookie is called and protected. `__Host-` keeps sibling subdomains from setting it (RFC 6265bis,
 * 4.1.3.2).
 *
 * WebKit alone drops `Secure` cookies on http://localhost, without a word. There, and on no other origin, it is given one
 * without: nothing is on the way to be kept from reading it, and any program that can set cookies for a loopback host could
 * set the other one too.
 */
export function sessionCookie(
  config: Pick<RelayConfig, 'cookieNames' | 'origins' | 'partitionedCookies'>,
  provider: string,
  request: Request,
): SessionCookie {
  const { headers } = request
  const header = headers.get('cookie')
  const name = config.cookieNames(provider)
  if (config.partitionedCookies) {
    const attributes = 'Path=/; Secure; HttpOnly; SameSite=None; Partitioned'
    return { name: `__Host-${name}`, attributes, header }
  }
  if (isWebKit(headers.get('user-agent') ?? '') && isPlainLoopback(config, request))
    return { name, attributes: 'Path=/; HttpOnly; SameSite=Strict', header }
  const attributes = 'Path=/; Secure; HttpOnly; SameSite=Strict'
  return { name: `__Host-${name}`, attributes, header }
}

function isWebKit(userAgent: string): boolean {
  return userAgent.includes('AppleWebKit/') && !/Chrom(e|ium)\//.test(userAgent)
}

/** Of the origins that are configured, http is on loopback hosts only. */
function isPlainLoopback({ origins }: Pick<RelayConfig, 'origins'>, request: Request): boolean {
  const origin = request.headers.get('origin') ?? new URL(request.url).origin
  return origin.startsWith('http:') && origins.has(origin)
}
