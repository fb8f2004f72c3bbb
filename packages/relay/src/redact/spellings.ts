import { encodeBase64Url } from '../utils/base64Url.ts'

/** The encodings in which a text may quote a secret: plain, in a URL, in JSON, base64 and hexadecimal. */
export function spellings(secret: string): string[] {
  const bytes = new TextEncoder().encode(secret)
  const inBase64Url = encodeBase64Url(bytes)
  const inBase64 = inBase64Url.replaceAll('-', '+').replaceAll('_', '/')
  const inHex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [
    ...new Set([
      secret,
      JSON.stringify(secret).slice(1, -1),
      inUrl(secret),
      new URLSearchParams([['', secret]]).toString().slice(1),
      inBase64,
      inBase64Url,
      inHex,
    ]),
  ]
}

/** `encodeURIComponent` throws at a lone surrogate. */
function inUrl(secret: string): string {
  try {
    return encodeURIComponent(secret)
  } catch {
    return secret
  }
}
