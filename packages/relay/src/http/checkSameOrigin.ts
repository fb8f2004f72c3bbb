import { RelayRefusal } from '../types/RelayRefusal.ts'

/**
 * Refuses what a page of another origin could have a browser send. Each check would do alone; a form, an image or a
 * script of another site fails all of them.
 */
export function checkRelayCall({ headers }: Request, origins: ReadonlySet<string>): void {
  // A form cannot set it, and a script of another origin only after a preflight, which is never answered.
  if (headers.get('x-takokit') !== '1') throw crossSite('The header `x-takokit: 1` is missing.')
  checkOrigin(headers, origins)
  const mode = headers.get('sec-fetch-mode')
  if (mode !== null && mode !== 'cors' && mode !== 'same-origin')
    throw crossSite('The request was not made by a script of this origin.')
  if (!/^application\/json(\s*;\s*charset="?utf-8"?)?$/i.test(headers.get('content-type') ?? ''))
    throw new RelayRefusal(415, 'request/not-json', 'The body has to be `application/json`.')
}

/**
 * Refuses what comes from a page of another origin, for the dapp's own routes: forms of this origin pass, and so does what a
 * person types or has bookmarked, which no page can make a browser say.
 */
export function checkSameOrigin({ headers, method }: Request, origins: ReadonlySet<string>): void {
  const isRead = method === 'GET' || method === 'HEAD'
  if (isRead && headers.get('sec-fetch-site') === 'none' && headers.get('origin') === null) return
  checkOrigin(headers, origins)
}

function checkOrigin(headers: Headers, origins: ReadonlySet<string>): void {
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  // "same-site" would let every sibling subdomain in.
  if (site !== null && site !== 'same-origin') throw crossSite('The request comes from elsewhere.')
  if (origin === null ? site === null : !origins.has(origin))
    throw crossSite('The request does not come from an origin that is served here.')
}

function crossSite(detail: string): RelayRefusal {
  return new RelayRefusal(403, 'request/cross-site', 'Only pages of this origin may ask.', {
    detail,
  })
}
