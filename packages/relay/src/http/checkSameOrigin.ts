import { RelayRefusal } from '../types/RelayRefusal.ts'
import type { RequestHead } from '../types/RequestHead.ts'

/**
 * Refuses requests that a page of another origin could make a browser send. Each check is enough by itself; a form, an image or
 * a script of another site fails all of them.
 */
export function checkRelayCall({ headers }: RequestHead, origins: ReadonlySet<string>): void {
  // A form cannot set it. A script of another origin can only after a preflight, which the relay never answers.
  if (headers.get('x-takokit') !== '1') throw crossSite('The header `x-takokit: 1` is missing.')
  checkOrigin(headers, origins)
  const mode = headers.get('sec-fetch-mode')
  if (mode !== null && mode !== 'cors' && mode !== 'same-origin')
    throw crossSite('The request was not made by a script of this origin.')
  if (!/^application\/json(\s*;\s*charset="?utf-8"?)?$/i.test(headers.get('content-type') ?? ''))
    throw new RelayRefusal(415, 'request/not-json', 'The body has to be `application/json`.')
}

/**
 * Refuses requests from pages of another origin, for the application's own routes. Forms of this origin pass, and so do typed
 * and bookmarked URLs, which no page can imitate.
 */
export function checkSameOrigin({ headers, method }: Request, origins: ReadonlySet<string>): void {
  const isRead = method === 'GET' || method === 'HEAD'
  if (isRead && headers.get('sec-fetch-site') === 'none' && headers.get('origin') === null) return
  checkOrigin(headers, origins)
}

function checkOrigin(headers: RequestHead['headers'], origins: ReadonlySet<string>): void {
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  // "same-site" would admit every sibling subdomain.
  if (site !== null && site !== 'same-origin') throw crossSite('The request comes from elsewhere.')
  if (origin === null ? site === null : !origins.has(origin))
    throw crossSite('The request does not come from an origin that is served here.')
}

function crossSite(detail: string): RelayRefusal {
  return new RelayRefusal(403, 'request/cross-site', 'Only pages of this origin may ask.', {
    detail,
  })
}
