import { isRecord } from '../utils/isRecord.ts'

/** Reads the claims of a JWT (RFC 7519) without verifying it, which only its issuer can; `undefined` if it is none. */
export function decodeJwtClaims(token: string): Record<string, unknown> | undefined {
  const payload = token.split('.', 3)[1]
  if (!payload) return undefined
  try {
    const binary = atob(payload.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = new Uint8Array(binary.length)
    for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at)
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return isRecord(claims) ? claims : undefined
  } catch {
    return undefined
  }
}
