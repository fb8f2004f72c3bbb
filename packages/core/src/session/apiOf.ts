import type { TokenProvider } from '../types/TokenProvider.ts'

/** The API whose tokens a provider's sessions hold: its origin, or the address of a relay, which has several on one origin. */
export function apiOf({ api, origins }: TokenProvider, baseUrl: string | undefined): string {
  const address = api ?? origins[0] ?? '/'
  try {
    const { href, origin } = new URL(address, baseUrl)
    return api ? href : origin
  } catch {
    // A path, on a server, which has no page that it could belong to.
    return address
  }
}
