import { readPairs } from '../cookies/readPairs.ts'
import { sessionCookie } from '../cookies/sessionCookie.ts'
import type { RelayEngine } from '../RelayEngine.ts'
import { createId } from '../session/createId.ts'
import type { RequestHead } from '../types/RequestHead.ts'
import { challengeMs } from './challengeRow.ts'

type Cookies = Pick<RelayEngine, 'cookieNames' | 'origins' | 'partitionedCookies'>

/** The cookie that a browser's challenges are bound to. All of its tabs share it. */
export function readBrowserId(
  config: Cookies,
  provider: string,
  request: RequestHead,
): string | undefined {
  const { header, name } = sessionCookie(config, provider, request)
  const pairs = readPairs(header, cookieName(name))
  const [[, value] = []] = pairs
  return pairs.length === 1 && value !== undefined && /^[\w-]{22}$/.test(value) ? value : undefined
}

/** The browser's id and the `set-cookie` value that keeps it as long as a new challenge. */
export function keepBrowserId(
  config: Cookies,
  provider: string,
  request: RequestHead,
): { browserId: string; cookie: string } {
  const browserId = readBrowserId(config, provider, request) ?? createId()
  const { attributes, name } = sessionCookie(config, provider, request)
  const maxAge = challengeMs / 1000
  return {
    browserId,
    cookie: `${cookieName(name)}=${browserId}; Max-Age=${maxAge}; ${attributes}`,
  }
}

/** No provider's name holds a dot, so that no session's cookie has this name. */
const cookieName = (name: string) => `${name}.challenge`
