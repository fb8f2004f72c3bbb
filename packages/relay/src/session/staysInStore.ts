import { fitsCookies } from '../cookies/chunkCookie.ts'
import type { RelayEngine } from '../RelayEngine.ts'

/** Whether the browser is given a session's name only: because that was asked for, or because cookies have no room for more. */
export function staysInStore(
  { tokensIn, cookieNames }: Pick<RelayEngine, 'tokensIn' | 'cookieNames'>,
  provider: string,
  sealed: string,
): boolean {
  return tokensIn === 'store' || !fitsCookies(`__Host-${cookieNames(provider)}`, sealed)
}
