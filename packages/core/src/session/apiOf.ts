import type { TokenProvider } from '../types/TokenProvider.ts'

/** The API that issues a provider's tokens: its origin, or the full address of a relay, because an origin may have several. */
export function apiOf({ api, origins }: TokenProvider, baseUrl: string | undefined): string {
  const address = api ?? origins[0] ?? '/'
  // On a server there is no page to resolve a path against.
  const { href, origin } = new URL(address, baseUrl ?? 'http://server')
  return api ? href : origin
}
