/**
 * Whether a request comes from a page of this server, or from no page.
 *
 * The endpoint issues tokens, so a foreign page must not reach it: neither across origins, nor by a DNS name rebound to this
 * machine. Addresses and `localhost` cannot be rebound.
 */
export function isOwnPage(request: Request): boolean {
  const { origin, hostname } = new URL(request.url)
  const from = request.headers.get('origin')
  if (from !== null && from !== origin) return false
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return false
  return /^(localhost|.+\.localhost|\[.+\]|\d+\.\d+\.\d+\.\d+)$/.test(hostname)
}
