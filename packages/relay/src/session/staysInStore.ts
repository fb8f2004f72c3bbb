import { fitsCookies } from '../cookies/chunkCookie.ts'
import type { RelayEngine } from '../RelayEngine.ts'

/** Whether the cookie holds only the session's name: by option, or because it would be too large. */
export function staysInStore(
  engine: Pick<RelayEngine, 'tokensIn' | 'cookieNames' | 'maxCookieBytes'>,
  provider: string,
  sealed: string,
): boolean {
  const isTooLarge =
    sealed.length > engine.maxCookieBytes ||
    !fitsCookies(`__Host-${engine.cookieNames(provider)}`, sealed)
  return engine.tokensIn === 'store' || isTooLarge
}
