import { encodeBase64Url } from './base64Url.ts'

/** The SHA-256 of a text as UTF-8, in base64url. */
export async function digestText(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  return encodeBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}
