/**
 * The value of an `authorization` header for HTTP Basic. "All parameters should use utf-8": the text is encoded first, because a
 * bare `btoa` throws beyond Latin-1.
 */
export function basicCredentials(clientId: string, clientSecret: string): string {
  const bytes = new TextEncoder().encode(`${clientId}:${clientSecret}`)
  return `Basic ${btoa(String.fromCharCode(...bytes))}`
}
