import type { RelayOptions } from '../types/RelayOptions.ts'
import { invalid } from './invalid.ts'

/** What is between `__Host-` and the end of the name of each provider's cookie. */
export type CookieNames = (provider: string) => string

/**
 * Names the cookies, so that two relays on one host do not take each other's: cookies know no port, and `__Host-` allows no
 * path. What is not a character of a name (RFC 6265, 4.1.1) or begins the number of a chunk is written otherwise, each in a
 * way of its own.
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
    // A browser holds a partitioned cookie beside one that is not, and sends both.
    partitionedCookies ? '~p' : '',
    port ? `~${port}` : protocol === 'http:' ? '~80' : '',
    basePath === '/auth' ? '' : (basePath || '/').replaceAll('/', '+').replaceAll('.', '*'),
  ].join('')
  return (provider) => `takokit-${provider}${suffix}`
}
