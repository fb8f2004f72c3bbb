/**
 * The value of an `authorization` header for HTTP Basic. "All parameters should use utf-8": the text becomes bytes first, where
 * a bare `btoa` would throw beyond Latin-1.
 */
export function basicCredentials(clientId: string, clientSecret: string): string {
  const bytes = new TextEncoder().encode(`${clientId}:${clientSecret}`)
  return `Basic ${btoa(String.fromCharCode(...bytes))}`
}
