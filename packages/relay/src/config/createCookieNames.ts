import type { RelayOptions } from '../types/RelayOptions.ts'
import { invalid } from './invalid.ts'

/** The part of each provider's cookie name that follows `__Host-`. */
export type CookieNames = (provider: string) => string

/**
 * Names the cookies so that two relays on one host do not share them: cookies ignore the port, and `__Host-` allows no path.
 * Characters that a name may not hold (RFC 6265, 4.1.1), and the one that begins a chunk's number, are escaped, each
 * differently.
 */
export function createCookieNames({
  cookieName,
  partitionedCookies,
  origin,
  basePath,
}: Pick<RelayOptions, 'cookieName' | 'partitionedCookies'> & {
  origin: string
  basePath: string
}): CookieNames {
  if (cookieName !== undefined) {
    if (typeof cookieName !== 'string' || !/^(__Host-)?[\w-]{1,64}$/.test(cookieName))
      throw invalid(
        'cookieName',
        'up to 64 letters, digits, "-" and "_"',
        `"${String(cookieName)}"`,
      )
    const own = cookieName.replace(/^__Host-/, '')
    return (provider) => `${own}-${provider}`
  }
  const { port, protocol } = new URL(origin)
  const suffix = [
    // A browser keeps a partitioned cookie beside an unpartitioned one, and sends both.
    partitionedCookies ? '~p' : '',
    port ? `~${port}` : protocol === 'http:' ? '~80' : '',
    basePath === '/auth' ? '' : (basePath || '/').replaceAll('/', '+').replaceAll('.', '*'),
  ].join('')
  return (provider) => `takokit-${provider}${suffix}`
}
