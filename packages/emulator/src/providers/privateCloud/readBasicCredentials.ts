/**
 * Client id and secret of a `Basic` header, or null.
 *
 * "All parameters should use utf-8": the bytes under the base64 are UTF-8, and anything else is refused.
 */
export function readBasicCredentials(
  authorization: string | undefined,
): { clientId: string; clientSecret: string } | null {
  const encoded = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization ?? '')?.[1]
  if (!encoded) return null
  try {
    const bytes = Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0))
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const colon = text.indexOf(':')
    if (colon < 0) return null
    return { clientId: text.slice(0, colon), clientSecret: text.slice(colon + 1) }
  } catch {
    return null
  }
}
