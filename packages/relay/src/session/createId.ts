import { encodeBase64Url } from '../utils/base64Url.ts'

/**
 * An unguessable name: 128 bits in 22 characters of base64url. V8 keeps a UUID as the many pieces it was joined from, half a
 * kilobyte in a store's memory; this is one piece.
 */
export function createId(): string {
  return encodeBase64Url(crypto.getRandomValues(new Uint8Array(16)))
}
