import type { TokenProvider } from '../types/TokenProvider.ts'

/** The API whose tokens a provider's sessions hold: its origin, or the address of a relay, which has several on one origin. */
export function apiOf({ api, origins }: TokenProvider, baseUrl: string | undefined): string {
  const address = api ?? origins[0] ?? '/'
  // A server has no page that a path could belong to.
  const { href, origin } = new URL(address, baseUrl ?? 'http://server')
  return api ? href : origin
}
