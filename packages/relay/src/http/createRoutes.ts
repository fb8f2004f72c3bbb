import type { TokenProvider } from '@takokit/core'
import type { RelayConfig } from '../config/RelayConfig.ts'
import { issuerOf } from '../providers/siweIssuer/IssuerProvider.ts'
import { RelayRefusal } from '../types/RelayRefusal.ts'
import type { RelayRequest } from '../types/RelayRequest.ts'

export type Route =
  | { call: 'sign-in' | 'token' | 'sign-out'; provider: TokenProvider }
  | { call: 'challenge'; provider: TokenProvider }
  | { call: 'healthz' | 'jwks'; provider: undefined }

/** A URL parser leaves such a path as it is. */
const plainUrl = /^https?:\/\/[^/?#@\\]+((?:\/[\w-]+)+\/?)$/

const calls = ['sign-in', 'token', 'sign-out'] as const

const allowedMethods: Partial<Record<Route['call'], string[]>> = {
  // A balancer's probe uses OPTIONS unless configured otherwise (HAProxy).
  healthz: ['GET', 'HEAD', 'OPTIONS'],
  jwks: ['GET', 'HEAD'],
}

/**
 * Finds the route by comparing the whole path with the few routes that exist. One trailing slash is accepted, because some
 * servers require it. The path is never decoded, split or passed on, so no spelling of it leads anywhere else.
 */
export function createRoutes({
  providers,
  basePath,
}: Pick<RelayConfig, 'providers' | 'basePath'>): (request: RelayRequest) => Route {
  const routes = new Map<string, Route>([
    [`${basePath}/healthz`, { call: 'healthz', provider: undefined }],
  ])
  for (const provider of providers.values())
    for (const call of calls)
      if (call !== 'sign-in' || provider.exchange)
        routes.set(`${basePath}/${provider.name}/${call}`, { call, provider })
  for (const provider of providers.values())
    if (issuerOf(provider)) {
      for (const call of ['challenge', 'sign-in'] as const)
        routes.set(`${basePath}/${provider.name}/${call}`, { call, provider })
      routes.set(`${basePath}/jwks.json`, { call: 'jwks', provider: undefined })
    }

  return (request) => {
    const plain = plainUrl.exec(request.url)?.[1]
    const { pathname, search } = plain ? { pathname: plain, search: '' } : new URL(request.url)
    const route = routes.get(pathname.replace(/(?<=.)\/$/, ''))
    if (!route) throw new RelayRefusal(404, 'request/not-found', 'There is nothing here.')
    const allowed = allowedMethods[route.call] ?? ['POST']
    if (!allowed.includes(request.method))
      throw new RelayRefusal(
        405,
        'request/wrong-method',
        `This answers ${allowed.join(', ')} only.`,
        {
          headers: { allow: allowed.join(', ') },
        },
      )
    if (search && route.provider)
      throw new RelayRefusal(400, 'request/invalid', 'No query belongs here.')
    return route
  }
}
