import { base64url } from 'jose'

/** Several times as fast, where the platform has it. */
const platform = (globalThis as { Buffer?: typeof Buffer }).Buffer

/** Bytes as base64url without padding (RFC 4648, 5). */
export function encodeBase64Url(bytes: Uint8Array): string {
  const { buffer, byteOffset, length } = bytes
  return platform
    ? platform.from(buffer, byteOffset, length).toString('base64url')
    : base64url.encode(bytes)
}

/** @throws {TypeError} if the text is not base64url. */
export function decodeBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const bytes = platform
    ? platform.from(text, 'base64url')
    : Uint8Array.from(base64url.decode(text))
  // Both read more than they write, and several texts would decode to the same bytes (RFC 4648, 3.5).
  if (encodeBase64Url(bytes) !== text) throw new TypeError('This is not base64url.')
  return bytes
}
