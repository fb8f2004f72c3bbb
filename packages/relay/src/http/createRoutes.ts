import type { TokenProvider } from '@takokit/core'
import type { RelayConfig } from '../config/RelayConfig.ts'
import { RelayRefusal } from '../types/RelayRefusal.ts'

export type Route =
  | { call: 'sign-in' | 'token' | 'sign-out'; provider: TokenProvider }
  | { call: 'healthz'; provider: undefined }

const calls = ['sign-in', 'token', 'sign-out'] as const

/**
 * Finds the route by comparing the whole path with the few routes that exist. One trailing slash is accepted, because some
 * servers require it. The path is never decoded, split or passed on, so no spelling of it leads anywhere else.
 */
export function createRoutes({
  providers,
  basePath,
}: Pick<RelayConfig, 'providers' | 'basePath'>): (request: Request) => Route {
  const routes = new Map<string, Route>([
    [`${basePath}/healthz`, { call: 'healthz', provider: undefined }],
  ])
  for (const provider of providers.values())
    for (const call of calls)
      if (call !== 'sign-in' || provider.exchange)
        routes.set(`${basePath}/${provider.name}/${call}`, { call, provider })

  return (request) => {
    const { pathname, search } = new URL(request.url)
    const route = routes.get(pathname.replace(/(?<=.)\/$/, ''))
    if (!route) throw new RelayRefusal(404, 'request/not-found', 'There is nothing here.')
    // A balancer's probe uses OPTIONS unless configured otherwise (HAProxy).
    const allowed = route.call === 'healthz' ? ['GET', 'HEAD', 'OPTIONS'] : ['POST']
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
